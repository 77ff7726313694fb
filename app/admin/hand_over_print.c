/* In the program `giliran`: what draws is the program giliran-print. */
#include "app/admin/admin.h"

int admin_print_test(struct admin *admin)
{
	return admin_hand_over(admin, "giliran-print");
}
