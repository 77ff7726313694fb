#ifndef APP_ADMIN_REPORTS_H
#define APP_ADMIN_REPORTS_H

#include "app/admin/admin.h"
#include "app/report/save.h"

/* `giliran report`, with what draws its PDF; NULL where --pdf is not asked for. */
int reports_run(struct admin *admin, report_draw *draw);

#endif
