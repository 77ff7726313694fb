#include "app/base/text.h"
#include "app/desk/office_file_parts.h"
#include "app/queue/guest.h"

/* What `group` says of each switch; what it leaves out stays as it is in `asks`. */
static void read_switches(struct config *config, const struct config_group *group,
	enum guest_ask asks[static GUEST_FIELDS])
{
	const char *names[GUEST_ASKS];
	for (int i = 0; i < GUEST_ASKS; i++) {
		names[i] = guest_ask_name((enum guest_ask)i);
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const char *key = guest_switch_name((enum guest_field)i);
		size_t ask = 0;
		if (key != NULL) {
			config_get_choice(
				config, group, key, names[asks[i]], names, GUEST_ASKS, &ask);
			asks[i] = (enum guest_ask)ask;
		}
	}
}

void office_file_read_guest_book(
	struct config *config, const struct config_group *group, struct office_service *service)
{
	const struct config_group *all = config_get_group(config, NULL, "guest_book", false);
	const struct config_group *own = config_get_group(config, group, "guest_book", false);
	char why[OFFICE_TEXT_SIZE];
	if (all != NULL) {
		read_switches(config, all, service->asks);
	}
	if (own != NULL) {
		read_switches(config, own, service->asks);
	}
	if (!guest_check_switches(service, why, sizeof why)) {
		config_refuse(config, own != NULL ? own : group, NULL, "%s%s",
			own != NULL ? "" : "guest_book: ", why);
	}
}
