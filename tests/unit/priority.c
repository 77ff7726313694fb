/* What priority costs the others: small days told to the engine; every figure is computed by hand.
 */
#include "tests/unit/promise_desk.h"
#include "tests/unit/check.h"

#include <string.h>

enum { KONS, JUAL };
enum { K = 1 << KONS, J = 1 << JUAL, HEAD_START = 15, COUNTERS = 2 };

struct scene {
	struct model_day day;
	struct promise_desk desk;
};

static int64_t at(double minutes_after_eight)
{
	return promise_midnight() + 8 * INT64_C(3600000) + (int64_t)(minutes_after_eight * 60000);
}

static int64_t minutes(double count)
{
	return (int64_t)(count * 60000);
}

static void begin(struct scene *scene)
{
	memset(scene, 0, sizeof *scene);
	scene->day.open = (struct model_span){at(0), at(450)};
	scene->day.head_start_ms = minutes(HEAD_START);
}

static void opens(struct scene *scene, double when, int counter, uint32_t services)
{
	model_add(&scene->day, (struct model_event){.kind = MODEL_OPENED,
				       .at_ms = at(when),
				       .counter = counter,
				       .services = services});
}

/* `hour` 0 = without an appointment. */
static void takes(struct scene *scene, double when, int ticket, int service,
	enum ticket_priority priority, double hour)
{
	model_add(&scene->day, (struct model_event){.kind = MODEL_ISSUED,
				       .at_ms = at(when),
				       .ticket = ticket,
				       .service = service,
				       .priority = priority,
				       .hour_ms = hour > 0 ? at(hour) : TICKET_NEVER});
}

static void happens(struct scene *scene, double when, enum model_kind kind, int ticket, int counter)
{
	model_add(&scene->day,
		(struct model_event){
			.kind = kind, .at_ms = at(when), .ticket = ticket, .counter = counter});
}

/* Called, served a minute later, finished. */
static void is_served(struct scene *scene, double called, double finished, int ticket, int counter)
{
	happens(scene, called, MODEL_CALLED, ticket, counter);
	happens(scene, called + 1, MODEL_SERVED, ticket, MODEL_NOBODY);
	happens(scene, finished, MODEL_FINISHED, ticket, MODEL_NOBODY);
}

static void tell(struct scene *scene, double now, struct figures_priority *out_priority)
{
	promise_desk_init(&scene->desk, &scene->day, COUNTERS, scene->day.events[0].at_ms);
	promise_desk_live(&scene->desk, &scene->day, scene->day.event_count);
	replay_priority(scene->desk.replay, at(now), out_priority);
	promise_desk_finish(&scene->desk);
	assert_true(out_priority->known);
	assert_int_equal(out_priority->beyond, 0);
}

/* Two with priority pass the first two, one more comes too late to pass the first. */
static void it_has_a_bound(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	takes(&scene, 0, 1, KONS, TICKET_ORDINARY, 0);
	takes(&scene, 5, 2, KONS, TICKET_ORDINARY, 0);
	takes(&scene, 10, 3, KONS, TICKET_ELDERLY, 0);  /* turn -5 */
	takes(&scene, 14, 4, KONS, TICKET_PREGNANT, 0); /* turn -1 */
	takes(&scene, 16, 5, KONS, TICKET_ELDERLY, 0);  /* turn 1 */
	opens(&scene, 20, 1, K);
	is_served(&scene, 20, 30, 3, 1);
	is_served(&scene, 30, 38, 4, 1);
	is_served(&scene, 38, 48, 1, 1);
	is_served(&scene, 48, 58, 5, 1);
	is_served(&scene, 58, 65, 2, 1);
	tell(&scene, 70, &priority);
	assert_int_equal(priority.head_start_ms, minutes(15));
	assert_int_equal(priority.window_ms, minutes(15));
	assert_int_equal(priority.overtaken, 2);
	/* The first by 3 and 4, the second by 3, 4 and 5. */
	assert_int_equal(priority.most, 3);
	/* Within 15 minutes of the first: 2, 3 and 4; of the second: 3, 4 and 5. */
	assert_int_equal(priority.bound, 3);
	/* 4 was issued 14 minutes after 1. */
	assert_int_equal(priority.latest_ms, minutes(14));
	/* The second waited for 10 + 8 + 10 minutes of them; so long were they there. */
	assert_int_equal(priority.extra_ms, minutes(28));
	assert_int_equal(priority.bound_ms, minutes(28));
}

/* Who is called at once can be passed by nobody, however many come within the head start. */
static void who_was_called_is_not_overtaken(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	opens(&scene, 0, 1, K);
	takes(&scene, 1, 1, KONS, TICKET_ORDINARY, 0);
	happens(&scene, 2, MODEL_CALLED, 1, 1);
	takes(&scene, 3, 2, KONS, TICKET_ELDERLY, 0);
	takes(&scene, 4, 3, KONS, TICKET_ELDERLY, 0);
	happens(&scene, 5, MODEL_SERVED, 1, MODEL_NOBODY);
	happens(&scene, 9, MODEL_FINISHED, 1, MODEL_NOBODY);
	is_served(&scene, 9, 20, 2, 1);
	tell(&scene, 30, &priority);
	assert_int_equal(priority.overtaken, 0);
	assert_int_equal(priority.most, 0);
	assert_int_equal(priority.extra_ms, 0);
	assert_int_equal(priority.latest_ms, TICKET_NEVER);
	/* But 2 waited when 3 came: their stay is not over, and counts to the last. */
	assert_int_equal(priority.bound, 1);
	assert_int_equal(priority.bound_ms, 0);
}

/* A counter that does not serve the one that waits takes nothing from it. */
static void another_service_is_no_overtaking(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	opens(&scene, 0, 1, J);
	takes(&scene, 1, 1, KONS, TICKET_ORDINARY, 0);
	takes(&scene, 2, 2, JUAL, TICKET_ELDERLY, 0);
	is_served(&scene, 3, 9, 2, 1);
	opens(&scene, 10, 2, K | J);
	is_served(&scene, 10, 12, 1, 2);
	tell(&scene, 30, &priority);
	assert_int_equal(priority.overtaken, 0);
	assert_int_equal(priority.bound, 1);
	assert_int_equal(priority.bound_ms, minutes(6));
}

/* Two counters: the first goes to the other one 2 minutes after it was passed. */
static void the_wait_ends_with_the_own_call(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	takes(&scene, 0, 1, KONS, TICKET_ORDINARY, 0);
	takes(&scene, 5, 2, KONS, TICKET_TODDLER, 0);
	opens(&scene, 10, 1, K);
	happens(&scene, 10, MODEL_CALLED, 2, 1);
	opens(&scene, 12, 2, K | J);
	happens(&scene, 12, MODEL_CALLED, 1, 2);
	happens(&scene, 13, MODEL_SERVED, 2, MODEL_NOBODY);
	happens(&scene, 20, MODEL_FINISHED, 2, MODEL_NOBODY);
	tell(&scene, 30, &priority);
	assert_int_equal(priority.overtaken, 1);
	assert_int_equal(priority.most, 1);
	assert_int_equal(priority.bound, 1);
	assert_int_equal(priority.extra_ms, minutes(2));
	assert_int_equal(priority.bound_ms, minutes(10));
}

/* At 20 for an appointment at 10: it counts from 5 before eight, and passes who came at -4. */
static void an_appointment_may_gain_more(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	takes(&scene, -4, 1, KONS, TICKET_ORDINARY, 0);
	takes(&scene, 20, 2, KONS, TICKET_ORDINARY, 10);
	opens(&scene, 21, 1, K);
	is_served(&scene, 21, 24, 2, 1);
	tell(&scene, 30, &priority);
	assert_int_equal(priority.window_ms, minutes(25));
	assert_int_equal(priority.most, 1);
	assert_int_equal(priority.bound, 1);
	assert_int_equal(priority.latest_ms, minutes(24));
	assert_int_equal(priority.extra_ms, minutes(3));
}

/* Who comes back after an absence is passed by nobody who came meanwhile; who comes after that with
 * priority passes, and the head start counts from the return. */
static void a_return_begins_anew(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	opens(&scene, 0, 1, K);
	takes(&scene, 0, 1, KONS, TICKET_ORDINARY, 0);
	happens(&scene, 1, MODEL_CALLED, 1, 1);
	happens(&scene, 3, MODEL_ABSENT, 1, MODEL_NOBODY);
	takes(&scene, 4, 2, KONS, TICKET_ELDERLY, 0);
	happens(&scene, 30, MODEL_RETURNED, 1, MODEL_NOBODY);
	is_served(&scene, 31, 40, 2, 1);
	tell(&scene, 41, &priority);
	assert_int_equal(priority.overtaken, 0);
	assert_int_equal(priority.bound, 0);
	takes(&scene, 42, 3, KONS, TICKET_ELDERLY, 0);
	is_served(&scene, 43, 50, 3, 1);
	tell(&scene, 51, &priority);
	assert_int_equal(priority.most, 1);
	assert_int_equal(priority.latest_ms, minutes(12));
	assert_int_equal(priority.extra_ms, minutes(7));
}

/* Served without a head start, nobody overtakes. */
static void without_a_head_start_nobody_does(void **state)
{
	(void)state;
	struct scene scene;
	struct figures_priority priority;
	begin(&scene);
	scene.day.head_start_ms = 0;
	takes(&scene, 0, 1, KONS, TICKET_ORDINARY, 0);
	takes(&scene, 0, 2, KONS, TICKET_ELDERLY, 0);
	opens(&scene, 1, 1, K);
	is_served(&scene, 1, 9, 1, 1);
	is_served(&scene, 9, 12, 2, 1);
	tell(&scene, 20, &priority);
	assert_int_equal(priority.overtaken, 0);
	assert_int_equal(priority.bound, 0);
	assert_int_equal(priority.bound_ms, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_has_a_bound),
		cmocka_unit_test(who_was_called_is_not_overtaken),
		cmocka_unit_test(another_service_is_no_overtaking),
		cmocka_unit_test(the_wait_ends_with_the_own_call),
		cmocka_unit_test(an_appointment_may_gain_more),
		cmocka_unit_test(a_return_begins_anew),
		cmocka_unit_test(without_a_head_start_nobody_does),
	};
	return cmocka_run_group_tests_name("priority", tests, NULL, NULL);
}
