#ifndef TESTS_SCREENS_KIOSK_MONKEY_HAND_H
#define TESTS_SCREENS_KIOSK_MONKEY_HAND_H

#include "app/kiosk/journey.h"
#include "app/ui/ui.h"

/* Random hands on a touch screen, the same for the same seed. */
struct monkey {
	uint64_t state; /* the seed, at first */
};

/* A number from 0 to below `limit`; true once in `of` times. */
uint32_t monkey_below(struct monkey *monkey, uint32_t limit);
bool monkey_chance(struct monkey *monkey, uint32_t of);

/* Events as the loop makes them of fingers and keys, each after so many milliseconds. */
enum { MONKEY_EVENTS = 12 };
struct monkey_move {
	struct ui_event events[MONKEY_EVENTS];
	int wait_ms[MONKEY_EVENTS];
	int count;
};

/* A tap on a part or anywhere, a double tap, a drag, a swipe, a long press, two fingers, a wet
 * hand, keys, letters: whatever comes to mind. */
void monkey_move(struct monkey *monkey, const struct ui *ui, struct monkey_move *out_move);

/* Some keys of a keypad. */
void monkey_keypad(struct monkey *monkey, struct monkey_move *out_move);

/* A tap on the part with this id; false = there is none. */
bool monkey_press_id(const struct ui *ui, const char *id, struct monkey_move *out_move);
bool monkey_finds(const struct ui *ui, const char *id);

/* One of the parts whose ids begin so; false = there is none. */
bool monkey_choose(
	struct monkey *monkey, const struct ui *ui, const char *begin, char out_id[UI_ID_SIZE]);

/* Any questions for every service of `office` that fit together. */
void monkey_question(struct monkey *monkey, struct office *office);

/* Notes the fields that the guest book shows, if it is open. */
void monkey_see(const struct journey *journey, const struct lobby *lobby, bool asked[GUEST_FIELDS]);

/* Whether the monkey has met all screens and questions; else what it has not, in words. */
bool monkey_has_met_all(const bool seen[JOURNEY_SCREENS], const bool asked[GUEST_FIELDS],
	char *out_missing, size_t size);

/* Half an em a letter: places are near enough to the real ones, and nothing is rendered. */
int monkey_measure(void *context, enum draw_face face, int size, const char *text);

/* Whether `letters` are somewhere in the bytes of `data`. */
bool monkey_holds(const void *data, size_t size, const char *letters);

#endif
