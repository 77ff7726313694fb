#include "app/admin/pin.h"

#include "app/base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { STAFF_LISTED = 256 };
enum { KEY_CANCEL = 3, KEY_END = 4, KEY_BACKSPACE = 8, KEY_CLEAR = 21, KEY_DELETE = 127 };

enum typed { TYPED, TYPED_TOO_LONG, TYPED_CANCELLED };

/*
 * One line, byte by byte. `keys` = the bytes are keys of a terminal, whose signals are off while
 * the echo is, so that Ctrl+C cannot leave it off.
 */
static enum typed read_line(int file, bool keys, char out_line[DESK_PIN_MAX + 1])
{
	size_t length = 0;
	bool too_long = false;
	char byte = 0;
	while (read(file, &byte, 1) == 1 && byte != '\n' && byte != '\r') {
		if (keys && (byte == KEY_CANCEL || byte == KEY_END)) {
			return TYPED_CANCELLED;
		}
		if (keys && (byte == KEY_BACKSPACE || byte == KEY_DELETE)) {
			length -= length > 0;
		} else if (keys && byte == KEY_CLEAR) {
			length = 0;
		} else if (length < DESK_PIN_MAX) {
			out_line[length++] = byte;
		} else {
			too_long = true;
		}
	}
	out_line[length] = '\0';
	return too_long ? TYPED_TOO_LONG : TYPED;
}

static enum typed ask(int terminal, const char *question, char out_pin[DESK_PIN_MAX + 1])
{
	dprintf(terminal, "%s ", question);
	enum typed typed = read_line(terminal, true, out_pin);
	dprintf(terminal, "\n");
	return typed;
}

static enum typed ask_twice(
	struct admin *admin, int terminal, char out_pin[DESK_PIN_MAX + 1], bool *out_same)
{
	char again[DESK_PIN_MAX + 1] = "";
	enum typed typed = ask(terminal, language_text(admin->language, "admin.pin.type"), out_pin);
	if (typed == TYPED) {
		typed = ask(terminal, language_text(admin->language, "admin.pin.again"), again);
	}
	*out_same = strcmp(out_pin, again) == 0;
	memory_wipe(again, sizeof again);
	return typed;
}

static int read_terminal(struct admin *admin, bool is_new, char out_pin[DESK_PIN_MAX + 1])
{
	int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	struct termios before;
	if (terminal < 0 || tcgetattr(terminal, &before) != 0) {
		if (terminal >= 0) {
			close(terminal);
		}
		return admin_misuse(admin, "admin.pin.no_terminal", "");
	}
	struct termios silent = before;
	silent.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	silent.c_cc[VMIN] = 1;
	silent.c_cc[VTIME] = 0;
	bool same = true;
	tcsetattr(terminal, TCSAFLUSH, &silent);
	enum typed typed =
		is_new ? ask_twice(admin, terminal, out_pin, &same)
		       : ask(terminal, language_text(admin->language, "admin.pin.own"), out_pin);
	tcsetattr(terminal, TCSAFLUSH, &before);
	close(terminal);
	if (typed == TYPED_CANCELLED) {
		return admin_fail(admin, "admin.pin.cancelled", "");
	}
	if (typed == TYPED_TOO_LONG) {
		return admin_refuse(admin, RESULT_PIN_FORM, NULL);
	}
	return same ? ADMIN_DONE : admin_fail(admin, "admin.pin.differ", "");
}

static int read_pin(struct admin *admin, bool is_new, char out_pin[DESK_PIN_MAX + 1])
{
	if (!admin_flag(admin, OPTION_PIN_STDIN)) {
		return read_terminal(admin, is_new, out_pin);
	}
	if (read_line(STDIN_FILENO, false, out_pin) != TYPED) {
		return admin_refuse(admin, RESULT_PIN_FORM, NULL);
	}
	return ADMIN_DONE;
}

int pin_read(struct admin *admin, char out_pin[DESK_PIN_MAX + 1])
{
	return read_pin(admin, true, out_pin);
}

static bool has_pin(struct admin *admin, const char *code)
{
	struct desk_staff *staff = memory_zeroed(STAFF_LISTED, sizeof *staff);
	size_t count = 0;
	bool has = true;
	if (desk_list_staff(admin->desk, staff, STAFF_LISTED, &count) != RESULT_OK) {
		count = 0;
	}
	for (size_t i = 0; i < count; i++) {
		if (strcmp(staff[i].code, code) == 0) {
			has = staff[i].has_pin;
		}
	}
	free(staff);
	return has;
}

int pin_ask(struct admin *admin, const char *staff, char out_pin[DESK_PIN_MAX + 1])
{
	return read_pin(admin, !has_pin(admin, staff), out_pin);
}
