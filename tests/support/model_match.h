#ifndef TESTS_SUPPORT_MODEL_MATCH_H
#define TESTS_SUPPORT_MODEL_MATCH_H

#include "app/queue/figures.h"
#include "tests/support/model.h"

/* Whether the product's figures are the model's; if not, the first that is not in `out_what`. */
bool model_match(
	const struct figures *own, const struct model_figures *want, char *out_what, size_t size);

#endif
