# Every target is an npm script too, for machines without make.
.PHONY: start dev test bench

start:
	@node scripts/up.mjs

dev:
	@node scripts/up.mjs --dev

test:
	@node scripts/test.mjs

bench:
	@node scripts/bench.mjs
