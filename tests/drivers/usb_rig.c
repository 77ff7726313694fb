#include "tests/drivers/usb_rig.h"

#include "app/base/clock.h"
#include "tests/drivers/test_slip.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/capability.h>

#include <cmocka.h>

void usb_rig_start_client(struct usb_rig *rig, const char *uri)
{
	int in[2], out[2];

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	/* Another client would hold them open. */
	fcntl(in[1], F_SETFD, FD_CLOEXEC);
	fcntl(out[0], F_SETFD, FD_CLOEXEC);
	rig->client = fork();
	assert_true(rig->client >= 0);
	if (rig->client == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[0]);
		close(in[1]);
		close(out[0]);
		close(out[1]);
		if (rig->bound_by_rights) {
			/* Fails for who is not root, and has no such power to lose. */
			prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
		}
		execl(getenv("GILIRAN_USB_CLIENT"), "usb_client", uri, (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	rig->to = in[1];
	rig->from = out[0];
	rig->length = 0;
}

void usb_rig_start(struct usb_rig *rig, const struct virtual_printer_model *model, const char *uri)
{
	rig->printer = virtual_printer_create(model);
	usb_rig_start_client(rig, uri);
}

void usb_rig_stop_client(struct usb_rig *rig)
{
	int status = 0;

	close(rig->to);
	assert_int_equal(waitpid(rig->client, &status, 0), rig->client);
	close(rig->from);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

void usb_rig_stop(struct usb_rig *rig)
{
	usb_rig_stop_client(rig);
	virtual_printer_destroy(rig->printer);
}

/* The client's next line, without its end; false when none comes within `ms`. */
bool usb_rig_next_line(struct usb_rig *rig, int ms, char *out_line, size_t size)
{
	int64_t until = clock_ticks_ms() + ms;

	for (;;) {
		char *end = memchr(rig->heard, '\n', rig->length);
		if (end) {
			size_t length = (size_t)(end - rig->heard);
			assert_true(length < size);
			memcpy(out_line, rig->heard, length);
			out_line[length] = '\0';
			rig->length -= length + 1;
			memmove(rig->heard, end + 1, rig->length);
			return true;
		}
		struct pollfd fd = {.fd = rig->from, .events = POLLIN};
		int64_t left = until - clock_ticks_ms();
		if (left <= 0 || poll(&fd, 1, (int)left) != 1) {
			return false;
		}
		ssize_t count =
			read(rig->from, rig->heard + rig->length, sizeof(rig->heard) - rig->length);
		if (count <= 0) {
			return false;
		}
		rig->length += (size_t)count;
	}
}

void usb_rig_expect(struct usb_rig *rig, const char *line)
{
	char heard[256] = "(nothing)";

	usb_rig_next_line(rig, 20000, heard, sizeof(heard));
	assert_string_equal(heard, line);
}

void usb_rig_expect_soon(struct usb_rig *rig, const char *line)
{
	char heard[256] = "(nothing)";

	bool more = true;

	while (more) {
		more = usb_rig_next_line(rig, 20000, heard, sizeof(heard)) &&
		       strncmp(heard, "state ", 6) == 0 && strcmp(heard, line) != 0;
	}
	assert_string_equal(heard, line);
}

void usb_rig_expect_silence(struct usb_rig *rig, int ms)
{
	char heard[256] = "";

	usb_rig_next_line(rig, ms, heard, sizeof(heard));
	assert_string_equal(heard, "");
}

void usb_rig_print(struct usb_rig *rig, int id, int seed)
{
	char line[64];
	int length = snprintf(line, sizeof(line), "print %d %d\n", id, seed);

	assert_int_equal(write(rig->to, line, (size_t)length), length);
}

/* The printer has taken exactly these slips, whole and once each. */
void usb_rig_expect_taken(struct usb_rig *rig, const int *seeds, size_t count)
{
	size_t size, at = 0;
	uint8_t *taken = virtual_printer_taken(rig->printer, &size);

	for (size_t i = 0; i < count; i++) {
		struct escpos_bytes slip;
		test_slip_make(seeds[i], &slip);
		assert_true(size - at >= slip.size);
		assert_memory_equal(taken + at, slip.data, slip.size);
		at += slip.size;
		escpos_finish(&slip);
	}
	assert_int_equal(size, at);
	free(taken);
	assert_int_equal(virtual_printer_look(rig->printer).cuts, (int)count);
}

size_t usb_rig_slip_size(void)
{
	struct escpos_bytes slip;

	test_slip_make(1, &slip);
	size_t size = slip.size;
	escpos_finish(&slip);
	return size;
}
