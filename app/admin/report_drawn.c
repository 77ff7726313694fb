/* In the program giliran-print: a report whose pages are drawn. */
#include "app/admin/reports.h"
#include "app/report/printed.h"

int admin_report_drawn(struct admin *admin)
{
	return reports_run(admin, printed_make);
}
