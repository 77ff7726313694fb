/* What hands do to a touch screen, as events of the video system: a press shows at once, a tap is a
 * tap, and whatever else a hand, a sleeve or a drop of water does taps nothing and blocks nothing.
 */
#include "app/ui/loop.h"

#include "tests/unit/check.h"

#include <SDL.h>

#include <string.h>

enum { WIDTH = 800, HEIGHT = 400, STEPS = 48 };

/* Two buttons side by side, and room round them. */
static const struct rect part_a = {100, 100, 200, 200}, part_b = {500, 100, 200, 200};

/* Places: A and B on the buttons, a another point of A, - between them, ^ above A. */
static const struct {
	char name;
	float x, y;
} places[] = {{'A', 0.25F, 0.5F}, {'a', 0.35F, 0.7F}, {'B', 0.75F, 0.5F}, {'-', 0.5F, 0.5F},
	{'^', 0.25F, 0.05F}, {'!', 1.4F, -0.3F}};

/*
 * Steps: D down, M move, U up, then the finger's number and the place; P the time of a long press;
 * F another window takes the keyboard. `held` is the steps after which A must look pressed.
 */
static const struct row {
	const char *what;
	const char *steps;
	int taps_a, taps_b;
	const char *held; /* step by step, '1' = A looks pressed; NULL = not looked at */
} rows[] = {
	{"a tap", "D1A U1A", 1, 0, "10"},
	{"a press shows at once and until the finger goes", "D1A M1a M1A U1a", 1, 0, "1110"},
	{"a long press is a tap", "D1A P U1A", 1, 0, "110"},
	{"a long press that trembles", "D1A M1a P M1A M1a U1A", 1, 0, "111110"},
	{"sliding off", "D1A M1- U1-", 0, 0, "100"},
	{"sliding off and back", "D1A M1- M1A U1A", 1, 0, "1010"},
	{"sliding from one part to another", "D1A M1- M1B U1B", 0, 0, "1000"},
	{"a swipe over both", "D1^ M1A M1- M1B U1!", 0, 0, "00000"},
	{"a swipe that ends on a part", "D1- M1A U1A", 0, 0, "000"},
	{"a swipe that begins on one", "D1B M1- M1A M1^ U1^", 0, 0, "00000"},
	{"out of the glass and back in", "D1A M1! U1!", 0, 0, "100"},
	{"two fingers on one part", "D1A D2a U1A U2a", 0, 0, "1000"},
	{"two fingers, the second leaves first", "D1A D2a U2a U1A", 0, 0, "1000"},
	{"two fingers on two parts", "D1A D2B U1A U2B", 0, 0, "1000"},
	{"two fingers, and then one tap", "D1A D2B U2B U1A D3A U3A", 1, 0, "100010"},
	{"two fingers that pinch", "D1A D2B M1- M2- M1A M2B U1A U2B", 0, 0, NULL},
	{"the second finger rests, the first taps again", "D1A D2- U1A D3A U3A U2-", 1, 0, NULL},
	{"a wet screen", "D1A D2B D3- D4^ D5a M3A M4B U2B M5- U5- U1A U4A U3B", 0, 0, NULL},
	{"a wet screen, wiped, and then a tap", "D1A D2B D3a U3a U2B U1A D4B U4B", 0, 1, NULL},
	{"drops that come and go", "D1A D2- U2- D3- U3- D4- U4- U1A", 0, 0, "10000000"},
	{"an end without a beginning", "U1A U2B M3A", 0, 0, "000"},
	{"a beginning told twice, and then a tap", "D1A D1A U1A D1A U1A", 1, 0, "10010"},
	{"a move of a finger that was never down", "M7A U7A D1B U1B", 0, 1, "0000"},
	{"two quick taps", "D1A U1A D2A U2A", 2, 0, "1010"},
	{"two people, one after the other", "D1A U1A D2B U2B", 1, 1, "1000"},
	{"another window comes between", "D1A F U1A", 0, 0, "100"},
};

struct hand {
	const struct row *row;
	struct loop *loop;
	const char *next;
	int taken, taps_a, taps_b, rest;
	char held[STEPS];
};

static void push_finger(Uint32 type, char id, char place)
{
	SDL_Event event = {.tfinger = {.type = type, .fingerId = id - '0'}};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		if (places[i].name == place) {
			event.tfinger.x = places[i].x;
			event.tfinger.y = places[i].y;
		}
	}
	SDL_PushEvent(&event);
}

static void push_other_window(void)
{
	SDL_Event event = {
		.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}};

	SDL_PushEvent(&event);
}

static void take_step(struct hand *hand)
{
	const char *step = hand->next;

	switch (step[0]) {
	case 'D': push_finger(SDL_FINGERDOWN, step[1], step[2]); break;
	case 'M': push_finger(SDL_FINGERMOTION, step[1], step[2]); break;
	case 'U': push_finger(SDL_FINGERUP, step[1], step[2]); break;
	case 'P': SDL_Delay(900); break;
	default: push_other_window(); break;
	}
	hand->next = strchr(step, ' ');
	hand->next = hand->next ? hand->next + 1 : "";
	hand->taken++;
}

static void frame(void *context, struct ui *ui)
{
	struct hand *hand = context;
	bool held;

	ui_canvas(ui, WIDTH, HEIGHT);
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	hand->taps_a += ui_touch(ui, "a", part_a, &held, NULL);
	hand->taps_b += ui_touch(ui, "b", part_b, NULL, NULL);
	if (ui->event.kind != UI_NONE) {
		return;
	}
	/* The frame that is shown after a step. */
	if (hand->taken > 0) {
		hand->held[hand->taken - 1] = held ? '1' : '0';
	}
	if (hand->next[0] != '\0') {
		take_step(hand);
	} else if (--hand->rest == 0) {
		loop_quit(hand->loop);
	}
	ui_wake_in(ui, 1);
}

static void play(const struct row *row, struct hand *out_hand)
{
	const struct loop_options options = {
		.title = "test", .width = WIDTH, .height = HEIGHT, .x = -1, .y = -1};
	const struct loop_program program = {.context = out_hand, .frame = frame};

	*out_hand = (struct hand){.row = row, .next = row->steps, .rest = 3};
	out_hand->loop = loop_create(&options, &program);
	assert_non_null(out_hand->loop);
	loop_run(out_hand->loop);
	loop_destroy(out_hand->loop);
}

static void every_row(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct hand hand;
		play(&rows[i], &hand);
		bool right = hand.taps_a == rows[i].taps_a && hand.taps_b == rows[i].taps_b &&
			     (!rows[i].held || strcmp(hand.held, rows[i].held) == 0);
		if (!right) {
			print_message("%s: %d taps on A, %d on B, held %s\n", rows[i].what,
				hand.taps_a, hand.taps_b, hand.held);
		}
		wrong += !right;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
