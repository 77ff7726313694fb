#include "app/report/scope.h"

static uint32_t all_services(const struct office *office)
{
	return (uint32_t)((UINT64_C(1) << office->service_count) - 1);
}

static uint32_t charged_services(const struct office *office)
{
	uint32_t services = 0;
	for (int i = 0; i < office->service_count; i++) {
		services |= office->services[i].fee == OFFICE_FEE_CHARGED ? UINT32_C(1) << i : 0;
	}
	return services;
}

struct report_scope report_scope_of(const struct office *office, enum desk_role role, int counter)
{
	switch (role) {
	case DESK_HEAD: return (struct report_scope){all_services(office), 0, true, true};
	case DESK_TREASURER: return (struct report_scope){charged_services(office), 0, true, false};
	default: break;
	}
	return (struct report_scope){all_services(office), counter, false, true};
}

bool report_scope_is_whole(const struct office *office, const struct report_scope *scope)
{
	return scope->services == all_services(office);
}
