#include "app/kiosk/aside.h"

#include <assert.h>

static void turn_to(
	struct journey *journey, const struct lobby *lobby, enum journey_screen screen, int leaf)
{
	journey->visit.leaf = leaf;
	journey_show(journey, lobby, screen);
}

void aside_open(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (lobby->office != NULL &&
		(visit->screen == JOURNEY_WELCOME || visit->screen == JOURNEY_SERVICE)) {
		visit->aside_from = visit->screen;
		turn_to(journey, lobby, JOURNEY_STANDARDS, 0);
	}
}

void aside_read(struct journey *journey, const struct lobby *lobby, int service)
{
	assert(service >= STANDARD_OFFICE && service < lobby->office->service_count);
	journey->visit.standard = service;
	turn_to(journey, lobby, service == STANDARD_OFFICE ? JOURNEY_PLEDGE : JOURNEY_STANDARD, 0);
}

void aside_back(struct journey *journey, const struct lobby *lobby)
{
	int service = journey->visit.standard;
	int place = service == STANDARD_OFFICE ? lobby->office->service_count : service;
	turn_to(journey, lobby, JOURNEY_STANDARDS, place);
}

void aside_close(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->aside_from == JOURNEY_WELCOME) {
		journey_go_home(journey, lobby);
	} else {
		turn_to(journey, lobby, visit->aside_from, 0);
	}
}

void aside_leaf(struct journey *journey, const struct lobby *lobby, int thing)
{
	turn_to(journey, lobby, journey->visit.screen, thing);
}
