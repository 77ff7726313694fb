#include "app/console/errand.h"

#include "app/base/log.h"

#include <assert.h>

bool errand_is_busy(struct errand *errand)
{
	return atomic_load(&errand->busy);
}

bool errand_begin(
	struct errand *errand, void *(*work)(void *context), void *context, const char *what)
{
	assert(!errand_is_busy(errand));
	errand_finish(errand);
	atomic_store(&errand->busy, true);
	errand->started = pthread_create(&errand->thread, NULL, work, context) == 0;
	if (!errand->started) {
		log_error("console", "no thread to %s", what);
		atomic_store(&errand->busy, false);
	}
	return errand->started;
}

void errand_done(struct errand *errand)
{
	atomic_store(&errand->busy, false);
}

void errand_finish(struct errand *errand)
{
	if (errand->started) {
		pthread_join(errand->thread, NULL);
		errand->started = false;
	}
}
