#ifndef APP_ADMIN_REPORT_H
#define APP_ADMIN_REPORT_H

#include "app/admin/output.h"

/* Figures as JSON, named as in design §9: durations in whole seconds, unknown = null. */

/* {"counted", "met", "missed", "share", "longest_s"} of the promise; {"counted", "within", "share",
 * "longest_s"} of the literal figure; {"counted", "right", "share"} of the times told. */
json_t *report_target(const struct figures_share *target);
json_t *report_literal(const struct figures_share *literal);
json_t *report_estimate(const struct figures_share *estimate);

/* Adds the figures of a day, or of one service of it, to `json`. */
void report_add_figures(json_t *json, const struct figures *figures);

/* {"head_start_s", "window_s", "overtaken", …}: what priority costs the others, and its bound. */
json_t *report_priority(const struct figures_priority *priority);

/* "3/4" kept of counted, or "-" when nothing counted. */
const char *report_kept(const struct figures_share *share, char out_text[32]);

/* The literal figure, the times told and the waiting that nobody attended, as sentences on stdout;
 * what did not happen is left out. */
void report_print_shares(struct admin *admin, const struct figures_share *literal,
	const struct figures_share *estimate, int64_t unattended_ms);

#endif
