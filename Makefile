# Every target is also a verb of ./dev, for machines without make.
.PHONY: demo test check bench generate clean
demo test check bench generate clean:
	@./dev $@
