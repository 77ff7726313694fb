/* In the program `giliran`: what draws is the program giliran-print. */
#include "app/admin/admin.h"

static const char program[] = "giliran-print";

int admin_print_test(struct admin *admin)
{
	return admin_hand_over(admin, program);
}

int admin_report_drawn(struct admin *admin)
{
	return admin_hand_over(admin, program);
}
