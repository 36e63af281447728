# volgstuur: `make help` lists the targets.
BUILD = build
PREFIX = /usr/local
CC = gcc
VERSION = 0.1.0
PACKAGES = glib-2.0 gsl expat libxml-2.0
WARN = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla
CFLAGS = -O2 -g
CPPFLAGS = -D_GNU_SOURCE -Ipipeline -DVOLGSTUUR_VERSION='"$(VERSION)"'

STAGES = $(patsubst pipeline/%.c,%,$(wildcard pipeline/*.c))
FLOORS = $(foreach floor,base stat table codebook chart document foreign,$(wildcard pipeline/$(floor)/*.c))
PARTS = $(filter-out $(FLOORS) pipeline/driver/volgstuur.c,$(wildcard pipeline/*/*.c))
DRIVER = $(wildcard pipeline/driver/*.c)
DRAWN = $(patsubst data-samples/%/geplant.csv,%,$(wildcard data-samples/*/geplant.csv))
UNITS = $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))
object = $(patsubst %.c,$(BUILD)/%.o,$(1))

# Asked once, and only when something is built: pkg-config may still have to be installed.
INCLUDES = $(eval INCLUDES := $$(shell pkg-config --cflags $(PACKAGES) | sed 's/-I/-isystem /g'))$(INCLUDES)
LIBRARIES = $(eval LIBRARIES := $$(shell pkg-config --libs $(PACKAGES)) -lcsv -lm -lpthread)$(LIBRARIES)

.DEFAULT_GOAL := all
.PHONY: all units deps deps-check deps-bench demo samples deb check asan lint format fuzz coverage bench install uninstall clean help
.DELETE_ON_ERROR:

all: $(STAGES:%=$(BUILD)/vs-%) $(if $(DRIVER),$(BUILD)/volgstuur) ## build the programs
units: $(UNITS:%=$(BUILD)/unit/%) $(DRAWN:%=$(BUILD)/draw/%)

$(BUILD)/libvs.a: $(call object,$(FLOORS))
	@rm -f $@
	$(AR) qcs $@ $^

$(BUILD)/libparts.a: $(call object,$(PARTS))
	@rm -f $@
	$(AR) qcs $@ $^

# A stage: its own file, the parts in the folder of its name, and the floors below.
.SECONDEXPANSION:
$(BUILD)/vs-%: $(BUILD)/pipeline/%.o $$(call object,$$(wildcard pipeline/$$*/*.c)) $(BUILD)/libvs.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/volgstuur: $(call object,$(DRIVER)) $(BUILD)/libvs.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/libparts.a $(BUILD)/libvs.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/bench/%: $(BUILD)/tests/bench/%.o $(BUILD)/libvs.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

# What draws the sample studies.
$(BUILD)/draw/%: $$(call object,$$(wildcard data-samples/draw/$$*.c data-samples/draw/$$*_*.c)) \
		$(BUILD)/data-samples/draw/draw.o $(BUILD)/libvs.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/libparts.a $(BUILD)/libvs.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBRARIES)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CFLAGS) $(CPPFLAGS) $(INCLUDES) -MMD -MP -c -o $@ $<

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.SECONDARY:

# Packages. What building and running need; then what testing needs on top, and what the bench sets beside us.
DEPS = gcc libc6-dev pkg-config libglib2.0-dev libgsl-dev libcsv-dev libexpat1-dev libxml2-dev \
	$(RUNTIME)
# bats: cli; clang with its runtime: second compiler, fuzzers; clang-format, clang-tidy, cppcheck, shellcheck: lint;
# xmllint, chromium, pdftotext, rsvg-convert: what a chart and a report look like to others; locales: nl_NL;
# libreoffice-calc: what a spreadsheet makes of our CSV; strace: which calls vs-ingest makes.
DEPS_CHECK = bats clang libclang-rt-dev clang-format clang-tidy cppcheck shellcheck \
	libxml2-utils chromium poppler-utils librsvg2-bin locales libreoffice-calc-nogui strace $(DEPS_DEB)
DEPS_BENCH = miller python3-numpy time
# dpkg-shlibdeps: which libraries the package depends on.
DEPS_DEB = dpkg-dev
# What the installed programs run.
RUNTIME = gnuplot-nox fonts-dejavu-core

# Installs what is missing of $(1), asks nothing, and touches neither apt nor the network when all is there.
define install-packages
@missing=$$(for package in $(1); do \
	dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed || echo $$package; done); \
[ -z "$$missing" ] && exit 0; \
echo "installing:" $$missing; \
root=; if [ "$$(id -u)" != 0 ]; then root=sudo; command -v sudo >/dev/null || \
	{ echo "not root, and no sudo: run as root: apt-get install" $$missing >&2; exit 1; }; fi; \
apt() { $$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 --no-install-recommends "$$@"; }; \
apt-get -s --no-install-recommends install $$missing >/dev/null 2>&1 || apt update; \
apt install $$missing || { apt update && apt install $$missing; }
endef

deps: ## install what building and running need (apt, root or sudo)
	$(call install-packages,$(DEPS))

deps-check: deps ## install what testing needs on top, and the locale nl_NL.UTF-8
	$(call install-packages,$(DEPS_CHECK))
	@locale -a | grep -qix 'nl_NL\.utf-\{0,1\}8' || \
		$$([ "$$(id -u)" = 0 ] || echo sudo) localedef -i nl_NL -f UTF-8 nl_NL.UTF-8

deps-bench: deps ## install what the bench compares with
	$(call install-packages,$(DEPS_BENCH))

# A silent make of our own with all cores, unless the caller said -j.
MORE = $(MAKE) -s --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc) -O)

demo: deps ## build, make the report of every sample study, and say where it lies
	@$(MORE) all
	@for study in $(patsubst %/studie.ini,%,$(wildcard data-samples/*/studie.ini)); do \
		status=0; $(BUILD)/volgstuur run $$study || status=$$?; \
		[ $$status -le 1 ] && ls $$study/uitvoer/*/*.html >/dev/null || exit 3; done

check: deps-check ## every test; ends with one line: N passed, N failed, N skipped
	@built=0; $(MORE) -k all units || built=$$?; tests/run --build $(BUILD) --built $$built

asan: deps-check ## unit tests, golden cases and cli under the address, leak and undefined-behaviour sanitizers
	@built=0; $(MORE) -k BUILD=$(BUILD)/asan LDFLAGS= \
		CFLAGS='-O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all' \
		all units || built=$$?; tests/asan.sh $(BUILD)/asan $$built

lint: deps-check ## both compilers, clang-tidy, cppcheck, shellcheck, clang-format, sizes, header comments
	@tests/run --build $(BUILD)/lint lint

format: ## let clang-format lay out every C file
	clang-format -i $(shell find pipeline tests data-samples -name '*.[ch]')

# Spelled so because SECONDS is a variable of the shell: make fuzz SECONDS=60 RUNS=0.
SECONDS = 600
RUNS = 1000000
fuzz: deps-check ## every harness of tests/fuzz for SECONDS=600 and at least RUNS=1000000
	@harnesses="$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))"; \
	[ -n "$$harnesses" ] || { echo "no harness in tests/fuzz yet: nothing to do"; exit 0; }; \
	$(MORE) BUILD=$(BUILD)/fuzzing CC=clang CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined' \
		$$(printf '$(BUILD)/fuzzing/fuzz/%s ' $$harnesses) && tests/fuzz.sh $(BUILD)/fuzzing $(SECONDS) $(RUNS) $$harnesses

coverage: deps-check ## lines of pipeline/ that the tests run
	@$(MORE) BUILD=$(BUILD)/coverage CFLAGS='-O0 -g --coverage' all units
	@find $(BUILD)/coverage -name '*.gcda' -delete
	@tests/run --build $(BUILD)/coverage unit golden bats; tests/coverage.sh $(BUILD)/coverage

BENCHES = $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(wildcard tests/bench/*.c))
bench: deps-bench ## speed and memory on a generated file, beside Miller and numpy
	@$(MORE) all $(BENCHES) && tests/bench/run --build $(BUILD)

# What goes where; uninstall takes back the same list.
SHARE = $(DESTDIR)$(PREFIX)/share
PROGRAMS = $(STAGES:%=vs-%) $(if $(DRIVER),volgstuur)

install: all ## install below PREFIX=/usr/local (DESTDIR= for packagers)
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/volgstuur/codebooks $(SHARE)/volgstuur/plots \
		$(SHARE)/bash-completion/completions $(SHARE)/doc/volgstuur
	install $(PROGRAMS:%=$(BUILD)/%) $(DESTDIR)$(PREFIX)/bin
	install -m 644 codebooks/* $(SHARE)/volgstuur/codebooks
	install -m 644 plots/* $(SHARE)/volgstuur/plots
	for program in $(PROGRAMS); do sh pipeline/driver/man.sh $(BUILD)/$$program > $(SHARE)/man/man1/$$program.1 || exit 1; done
	for program in $(PROGRAMS); do \
		install -m 644 pipeline/driver/completion.bash $(SHARE)/bash-completion/completions/$$program || exit 1; done
	install -m 644 README.md LICENSE $(SHARE)/doc/volgstuur

# A sample study is drawn when geplant.csv says what is planted in it.
samples: ## draw the drawn sample studies again, from their geplant.csv
	@for study in $(DRAWN); do \
		$(MORE) $(BUILD)/draw/$$study && $(BUILD)/draw/$$study data-samples/$$study || exit 3; \
		chmod 644 data-samples/$$study/*.csv; done

deb: deps ## one Debian package, build/volgstuur_VERSION_ARCH.deb, that brings its dependencies: apt install ./FILE
	$(call install-packages,$(DEPS_DEB))
	@rm -rf $(BUILD)/deb && $(MORE) PREFIX=/usr DESTDIR=$(BUILD)/deb install >/dev/null
	@file=$(BUILD)/volgstuur_$(VERSION)_$$(dpkg --print-architecture).deb; \
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 0)} \
		sh pipeline/driver/deb.sh $(BUILD)/deb $(VERSION) $$file $(RUNTIME) && echo "$$file"

uninstall: ## take back what install brought
	rm -f $(PROGRAMS:%=$(DESTDIR)$(PREFIX)/bin/%) $(PROGRAMS:%=$(SHARE)/man/man1/%.1) \
		$(PROGRAMS:%=$(SHARE)/bash-completion/completions/%)
	rm -rf $(SHARE)/volgstuur $(SHARE)/doc/volgstuur

clean: ## remove everything built
	rm -rf $(BUILD)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile
