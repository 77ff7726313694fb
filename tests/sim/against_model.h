#ifndef TESTS_SIM_AGAINST_MODEL_H
#define TESTS_SIM_AGAINST_MODEL_H

#include "app/simulate/world.h"

/*
 * A simulated day lived again by the model of the design (tests/support/model.h), from its events
 * alone: who was served must have the same ready time, count, verdict and unattended time there,
 * the day must publish the same figures, of all and by service, and on small days as many must have
 * been overtaken, by as many.
 */
struct against_model {
	int compared, left_out; /* days; those with a restart, a set clock or too much in them are
				   left out */
	int segments;
	int calls;
	int figures;          /* days and services whose figures were compared */
	int closures, booked; /* days with a closure, and with a promise from the guest book on */
	int overtaken;        /* tickets, on the small days that are looked at for that */
};

/* For world_options.look and simulate_options.look; `context` is a struct against_model. */
world_look against_model_look;

#endif
