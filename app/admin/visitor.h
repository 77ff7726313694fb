#ifndef APP_ADMIN_VISITOR_H
#define APP_ADMIN_VISITOR_H

#include "app/admin/admin.h"

/* --service, --token and what is told of the visitor; ADMIN_DONE, or after a line on stderr why
 * not. The caller wipes `out_issue`. */
int visitor_read_issue(struct admin *admin, struct desk_issue *out_issue);

#endif
