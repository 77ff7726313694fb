#include "app/desk/rights.h"

bool desk_role_may(enum desk_role role, enum desk_right right)
{
	static const unsigned roles_of[] = {
		[DESK_SET_ROSTER] = 1u << DESK_HEAD,
		[DESK_EXPLAIN_ANY] = 1u << DESK_HEAD,
		[DESK_SEE_EARLIER] = 1u << DESK_CLERK | 1u << DESK_HEAD,
	};
	return (roles_of[right] >> role & 1u) != 0;
}
