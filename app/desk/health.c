#include "app/base/text.h"
#include "app/desk/act.h"

enum result desk_examine(struct desk *desk, struct desk_health *out_health)
{
	*out_health = (struct desk_health){0};
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	out_health->schema = store_schema(desk->store);
	result = engine_examine(
		store_engine(desk->store), out_health->trouble, sizeof out_health->trouble);
	if (result == RESULT_STORE_DAMAGED && out_health->trouble[0] == '\0') {
		text_copy(out_health->trouble, sizeof out_health->trouble, result_key(result));
	}
	out_health->intact = out_health->trouble[0] == '\0';
	/* Damage is what was asked about, so it is an answer. */
	result = look_end(desk, RESULT_OK);
	return result == RESULT_STORE_DAMAGED ? RESULT_OK : result;
}
