#ifndef TESTS_SCREENS_KIOSK_MONKEY_DESK_H
#define TESTS_SCREENS_KIOSK_MONKEY_DESK_H

#include "app/desk/desk_thread.h"
#include "tests/screens/kiosk_monkey_hand.h"
#include "tests/screens/kiosk_stage.h"

/* Letters that no text of ours has: whatever of them is found was typed. */
#define KIOSK_MARKER "zqxjkv"

enum { MONKEY_FOLDER = 64 };

/* A desk with a store of its own in a new folder; and its end. */
struct desk *monkey_open_desk(char folder[MONKEY_FOLDER]);
void monkey_close_desk(const char *folder, struct desk *desk);

/* The desk's own answer to the visitor who wants a number, or trouble that it may have. */
enum result monkey_ask_desk(
	struct monkey *monkey, struct desk *desk, struct stage *stage, struct ticket *out_ticket);

/* What the desk's thread does with a request of the other ways; or the desk has its troubles, or it
 * says yes where a monkey never would be right. */
enum result monkey_ask_way(struct monkey *monkey, struct desk *desk,
	const struct desk_request *request, struct desk_message *message);

#endif
