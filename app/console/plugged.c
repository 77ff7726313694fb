#include "app/console/plugged.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct plugged_finder {
	plugged_deliver *deliver;
	void *context;
	pthread_t thread;
	bool started;     /* and not joined yet */
	atomic_bool busy; /* the thread looks; put out before it delivers */
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
	atomic_store(&finder->busy, false);
	finder->deliver(finder->context, plugged);
	return NULL;
}

static void join(struct plugged_finder *finder)
{
	if (finder->started) {
		pthread_join(finder->thread, NULL);
		finder->started = false;
	}
}

void plugged_look(struct plugged_finder *finder)
{
	if (atomic_load(&finder->busy)) {
		return;
	}
	join(finder);
	atomic_store(&finder->busy, true);
	if (pthread_create(&finder->thread, NULL, run, finder) != 0) {
		log_error("console", "no thread to look for devices");
		atomic_store(&finder->busy, false);
		return;
	}
	finder->started = true;
}

void plugged_destroy(struct plugged_finder *finder)
{
	if (finder != NULL) {
		join(finder);
		free(finder);
	}
}
