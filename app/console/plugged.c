#include "app/console/plugged.h"

#include "app/base/memory.h"
#include "app/console/errand.h"

#include <stdlib.h>

struct plugged_finder {
	plugged_deliver *deliver;
	void *context;
	struct errand errand;
};

struct plugged_finder *plugged_create(plugged_deliver *deliver, void *context)
{
	struct plugged_finder *finder = memory_zeroed(1, sizeof(*finder));
	finder->deliver = deliver;
	finder->context = context;
	return finder;
}

static void *run(void *context)
{
	struct plugged_finder *finder = context;
	struct plugged *plugged = memory_zeroed(1, sizeof(*plugged));
	struct rights_user user;
	if (rights_find_user(NULL, &user)) {
		plugged->count = (int)inventory_list(&user, plugged->devices, PLUGGED_FOUND);
	}
	errand_done(&finder->errand);
	finder->deliver(finder->context, plugged);
	return NULL;
}

void plugged_look(struct plugged_finder *finder)
{
	if (!errand_is_busy(&finder->errand)) {
		errand_begin(&finder->errand, run, finder, "look for devices");
	}
}

void plugged_destroy(struct plugged_finder *finder)
{
	if (finder != NULL) {
		errand_finish(&finder->errand);
		free(finder);
	}
}
