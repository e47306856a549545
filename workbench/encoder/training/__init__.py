"""Scripts that make the shipped model data; they need torch and onnx, nothing else here does."""
