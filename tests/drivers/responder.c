#define _XOPEN_SOURCE 700 /* pseudo terminals */

#include "tests/drivers/responder.h"

#include "app/base/text.h"
#include "drivers/board_frame.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static void answer(struct responder *board, unsigned sequence, char kind)
{
	struct board_bytes bytes;
	struct responder_manners *manners = &board->manners;

	if (manners->deaf || manners->drop > 0) {
		manners->drop -= manners->drop > 0;
		return;
	}
	board_frame_write(sequence, kind, "", &bytes);
	if (manners->garble > 0) {
		manners->garble--;
		bytes.data[5] ^= 1;
	}
	if (manners->late_ms > 0) {
		int late = manners->late_ms;
		pthread_mutex_unlock(&board->lock);
		poll(NULL, 0, late);
		pthread_mutex_lock(&board->lock);
	}
	if (write(board->fd, bytes.data, bytes.size) != (ssize_t)bytes.size) {
		perror("responder");
	}
}

/* "07CA012,03*1D2E" */
static void take_frame(struct responder *board)
{
	char *star = strrchr(board->line, '*');
	unsigned sequence, sum;

	if (!star || star - board->line < 3 || sscanf(star + 1, "%4X", &sum) != 1 ||
		sscanf(board->line, "%2X", &sequence) != 1 ||
		board_frame_sum((uint8_t *)board->line, (size_t)(star - board->line)) != sum) {
		answer(board, 0, 'N');
		return;
	}
	board->frames++;
	if (board->manners.refuse > 0) {
		board->manners.refuse--;
		answer(board, 0, 'N');
		return;
	}
	*star = '\0';
	if (board->line[2] == 'H') {
		board->last = -1;
	} else if ((int)sequence == board->last) {
		board->repeats++;
	} else {
		text_copy(board->shown[board->count % RESPONDER_SHOWN], sizeof(board->shown[0]),
			board->line + 2);
		board->count++;
		board->last = (int)sequence;
	}
	answer(board, sequence, 'A');
}

static void take_byte(struct responder *board, char byte)
{
	if (byte == '$') {
		board->length = 0;
	} else if (byte == '\r') {
		board->line[board->length] = '\0';
		take_frame(board);
		board->length = 0;
	} else if (board->length + 1 < sizeof(board->line)) {
		board->line[board->length++] = byte;
	}
}

static void *run(void *context)
{
	struct responder *board = context;
	char heard[256];

	for (;;) {
		struct pollfd fds[2] = {{.fd = board->wake[0], .events = POLLIN},
			{.fd = board->fd, .events = POLLIN}};
		poll(fds, 2, -1);
		if (fds[0].revents) {
			return NULL;
		}
		ssize_t size = fds[1].revents & POLLIN ? read(board->fd, heard, sizeof(heard)) : 0;
		if (size <= 0) {
			poll(NULL, 0, 5); /* nobody has the other end open */
			continue;
		}
		pthread_mutex_lock(&board->lock);
		for (ssize_t i = 0; i < size; i++) {
			take_byte(board, heard[i]);
		}
		pthread_mutex_unlock(&board->lock);
	}
}

int responder_open_end(char *out_path, size_t size)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY);

	if (fd < 0 || grantpt(fd) != 0 || unlockpt(fd) != 0) {
		perror("responder");
		abort();
	}
	snprintf(out_path, size, "%s", ptsname(fd));
	return fd;
}

void responder_start(struct responder *board)
{
	*board = (struct responder){.last = -1};
	board->fd = responder_open_end(board->path, sizeof(board->path));
	if (pipe(board->wake) != 0) {
		abort();
	}
	pthread_mutex_init(&board->lock, NULL);
	if (pthread_create(&board->thread, NULL, run, board) != 0) {
		abort();
	}
}

void responder_stop(struct responder *board)
{
	if (write(board->wake[1], "!", 1) != 1) {
		abort();
	}
	pthread_join(board->thread, NULL);
	pthread_mutex_destroy(&board->lock);
	close(board->wake[0]);
	close(board->wake[1]);
	close(board->fd);
}

void responder_behave(struct responder *board, struct responder_manners manners)
{
	pthread_mutex_lock(&board->lock);
	board->manners = manners;
	pthread_mutex_unlock(&board->lock);
}

static bool is_shown(struct responder *board, const char *text)
{
	return board->count > 0 &&
	       strcmp(board->shown[(board->count - 1) % RESPONDER_SHOWN], text) == 0;
}

/* Until `text` is shown, or `frames` have come when it is NULL. */
static bool wait_until(struct responder *board, const char *text, int frames)
{
	bool there = false;

	for (int i = 0; i < 2000 && !there; i++) {
		pthread_mutex_lock(&board->lock);
		there = text ? is_shown(board, text) : board->frames >= frames;
		pthread_mutex_unlock(&board->lock);
		poll(NULL, 0, there ? 0 : 10);
	}
	return there;
}

bool responder_shows(struct responder *board, const char *text)
{
	return wait_until(board, text, 0);
}

bool responder_hears(struct responder *board, int frames)
{
	return wait_until(board, NULL, frames);
}

int responder_count(struct responder *board)
{
	pthread_mutex_lock(&board->lock);
	int count = board->count;
	pthread_mutex_unlock(&board->lock);
	return count;
}

int responder_repeats(struct responder *board)
{
	pthread_mutex_lock(&board->lock);
	int repeats = board->repeats;
	pthread_mutex_unlock(&board->lock);
	return repeats;
}
