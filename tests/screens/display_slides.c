/* When a picture has the panel, and which of a folder's files do. */
#include "app/base/text.h"
#include "app/display/slide_worker.h"
#include "app/display/slides.h"
#include "tests/screens/picture_file.h"
#include "tests/unit/temporary.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { START = 50000 };

static struct photo make_photo(void)
{
	return (struct photo){2, 2, calloc(4, sizeof(uint32_t))};
}

static bool shows(const struct slides *slides, int64_t ticks)
{
	double share;
	return slides_shown(slides, ticks, false, &share) != NULL;
}

static void test_words_and_pictures_take_turns(void **state)
{
	(void)state;
	struct slides slides;
	struct photo photo = make_photo();
	slides_init(&slides, true);
	assert_false(slides_ask(&slides, START)); /* nobody may see it now */
	slides_step(&slides, true, START);
	assert_true(slides_ask(&slides, START));
	assert_false(slides_ask(&slides, START));
	assert_true(slides_deadline(&slides, START, true) == INT64_MAX); /* it is being made */
	slides_take(&slides, &photo, START + 300);
	assert_null(photo.pixels);
	assert_int_equal(slides_deadline(&slides, START + 300, true), START + SLIDES_WORD_MS);
	slides_step(&slides, true, START + SLIDES_WORD_MS - 1);
	assert_false(shows(&slides, START + SLIDES_WORD_MS - 1));
	int64_t shown = START + SLIDES_WORD_MS;
	slides_step(&slides, true, shown);
	assert_true(shows(&slides, shown));
	uint64_t id = slides.picture.id;
	slides_step(&slides, true, shown + SLIDES_PICTURE_MS);
	assert_false(shows(&slides, shown + SLIDES_PICTURE_MS));
	assert_true(slides_ask(&slides, shown + SLIDES_PICTURE_MS));
	photo = make_photo();
	slides_take(&slides, &photo, shown + SLIDES_PICTURE_MS);
	assert_true(slides.picture.id != id);
	slides_finish(&slides);
}

/* A call takes the panel at once; afterwards the word has its full time first. */
static void test_a_call_comes_first(void **state)
{
	(void)state;
	struct slides slides;
	struct photo photo = make_photo();
	slides_init(&slides, true);
	slides_step(&slides, true, START);
	assert_true(slides_ask(&slides, START));
	slides_take(&slides, &photo, START);
	slides_step(&slides, true, START + SLIDES_WORD_MS);
	assert_true(shows(&slides, START + SLIDES_WORD_MS));
	slides_step(&slides, false, START + SLIDES_WORD_MS + 1);
	assert_false(shows(&slides, START + SLIDES_WORD_MS + 1));
	assert_true(slides_deadline(&slides, START + SLIDES_WORD_MS + 1, true) == INT64_MAX);
	slides_step(&slides, true, START + 30000);
	assert_false(shows(&slides, START + 30000));
	slides_step(&slides, true, START + 30000 + SLIDES_WORD_MS);
	assert_true(shows(&slides, START + 30000 + SLIDES_WORD_MS));
	slides_finish(&slides);
}

/* Sixty frames a second for the time it fades in, then none until it goes. */
static void test_fading(void **state)
{
	(void)state;
	struct slides slides;
	struct photo photo = make_photo();
	double share;
	int frames = 0;
	slides_init(&slides, true);
	slides_step(&slides, true, START);
	assert_true(slides_ask(&slides, START));
	slides_take(&slides, &photo, START);
	int64_t shown = START + SLIDES_WORD_MS, now = shown, last = 0;
	slides_step(&slides, true, shown);
	for (; now < shown + SLIDES_FADE_MS; now = slides_deadline(&slides, now, true)) {
		assert_non_null(slides_shown(&slides, now, true, &share));
		assert_in_range((int64_t)(share * 1000), last, 1000);
		assert_true(frames == 0 || now > shown);
		last = (int64_t)(share * 1000);
		frames++;
	}
	assert_in_range(frames, 36, 37);
	assert_int_equal(slides_deadline(&slides, now, true), shown + SLIDES_PICTURE_MS);
	assert_non_null(slides_shown(&slides, now, true, &share));
	assert_true(share == 1);
	/* Without motion it is there at once. */
	assert_non_null(slides_shown(&slides, shown, false, &share));
	assert_true(share == 1);
	assert_int_equal(slides_deadline(&slides, shown, false), shown + SLIDES_PICTURE_MS);
	slides_finish(&slides);
}

static void test_an_empty_folder_is_looked_at_again(void **state)
{
	(void)state;
	struct slides slides;
	struct photo none = {0};
	slides_init(&slides, true);
	slides_step(&slides, true, START);
	assert_true(slides_ask(&slides, START));
	slides_take(&slides, &none, START + 10);
	assert_false(slides_ask(&slides, START + 11));
	assert_int_equal(slides_deadline(&slides, START + 11, true), START + 10 + SLIDES_AGAIN_MS);
	assert_true(slides_ask(&slides, START + 10 + SLIDES_AGAIN_MS));
	slides_finish(&slides);
	slides_init(&slides, false);
	slides_step(&slides, true, START);
	assert_false(slides_ask(&slides, START));
	assert_true(slides_deadline(&slides, START, true) == INT64_MAX);
}

/* ---- the folder ---- */

struct stand {
	char folder[TEMPORARY_SIZE];
	int pipe[2];
	struct slide_worker *worker;
	char log[4096];
	int log_pipe[2], error;
};

static void deliver(void *context, struct photo *photo)
{
	struct stand *stand = context;
	if (write(stand->pipe[1], photo, sizeof *photo) != (ssize_t)sizeof *photo) {
		abort();
	}
}

static struct photo next(struct stand *stand)
{
	struct photo photo;
	struct pollfd source = {stand->pipe[0], POLLIN, 0};
	slide_worker_ask(stand->worker, 100, 100);
	assert_int_equal(poll(&source, 1, 20000), 1);
	assert_int_equal(read(stand->pipe[0], &photo, sizeof photo), sizeof photo);
	return photo;
}

/* The pictures differ by their width. */
static void next_is(struct stand *stand, int width)
{
	struct photo photo = next(stand);
	assert_int_equal(photo.width, width);
	photo_finish(&photo);
}

static void write_picture(const struct stand *stand, const char *name, int width)
{
	char path[TEMPORARY_SIZE + 64];
	text_format(path, sizeof path, "%s/%s", stand->folder, name);
	picture_write_png(path, width, 10, PICTURE_STRIPES);
}

/* What is logged goes to a pipe from now on. */
static void start(struct stand *stand)
{
	*stand = (struct stand){0};
	temporary_create(stand->folder);
	assert_int_equal(pipe(stand->pipe), 0);
	assert_int_equal(pipe(stand->log_pipe), 0);
	stand->error = dup(STDERR_FILENO);
	dup2(stand->log_pipe[1], STDERR_FILENO);
	close(stand->log_pipe[1]);
	stand->worker = slide_worker_start(stand->folder, 0, deliver, stand);
	assert_non_null(stand->worker);
}

/* How many log lines there were. */
static int finish(struct stand *stand)
{
	int lines = 0;
	slide_worker_stop(stand->worker);
	dup2(stand->error, STDERR_FILENO);
	close(stand->error);
	ssize_t size = read(stand->log_pipe[0], stand->log, sizeof stand->log - 1);
	for (ssize_t i = 0; i < size; i++) {
		lines += stand->log[i] == '\n';
	}
	close(stand->log_pipe[0]);
	close(stand->pipe[0]);
	close(stand->pipe[1]);
	temporary_remove(stand->folder);
	return lines;
}

static void test_by_name_and_round(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	write_picture(&stand, "b.png", 22);
	write_picture(&stand, "a.png", 11);
	write_picture(&stand, ".hidden.png", 33);
	next_is(&stand, 11);
	next_is(&stand, 22);
	next_is(&stand, 11);
	write_picture(&stand, "aa.png", 44); /* it came meanwhile */
	next_is(&stand, 44);
	next_is(&stand, 22);
	assert_int_equal(finish(&stand), 0);
}

/* Each bad file is told of once; the others are shown as if it were not there. */
static void test_bad_files_are_skipped(void **state)
{
	(void)state;
	struct stand stand;
	char path[TEMPORARY_SIZE];
	start(&stand);
	write_picture(&stand, "b.png", 22);
	temporary_write(stand.folder, "a.png", "Bukan gambar", 12, path);
	temporary_write(stand.folder, "c.jpg", "\xFF\xD8\xFF\xE0", 4, path);
	for (int i = 0; i < 5; i++) {
		next_is(&stand, 22);
	}
	temporary_write(stand.folder, "a.png", "Bukan gambar juga", 17, path); /* another one */
	next_is(&stand, 22);
	assert_int_equal(finish(&stand), 3);
	assert_non_null(strstr(stand.log, "a.png is skipped: it is neither PNG nor JPEG"));
	assert_non_null(strstr(stand.log, "c.jpg is skipped: it is broken"));
}

static void test_no_picture_at_all(void **state)
{
	(void)state;
	struct stand stand;
	char path[TEMPORARY_SIZE];
	start(&stand);
	next_is(&stand, 0);
	temporary_write(stand.folder, "a.png", "Bukan gambar", 12, path);
	next_is(&stand, 0);
	temporary_remove(stand.folder);
	next_is(&stand, 0);
	next_is(&stand, 0);
	assert_int_equal(mkdir(stand.folder, 0700), 0);
	assert_int_equal(finish(&stand), 2); /* the file, and then the folder */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_and_pictures_take_turns),
		cmocka_unit_test(test_a_call_comes_first),
		cmocka_unit_test(test_fading),
		cmocka_unit_test(test_an_empty_folder_is_looked_at_again),
		cmocka_unit_test(test_by_name_and_round),
		cmocka_unit_test(test_bad_files_are_skipped),
		cmocka_unit_test(test_no_picture_at_all),
	};
	return cmocka_run_group_tests_name("display_slides", tests, NULL, NULL);
}
