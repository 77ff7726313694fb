/* A slip is printed on the saver's thread while the loop paints: fonts are opened and closed in one
 * library that is not made for two at a time, so that is the loop's thread's alone. */
#include "app/console/saver.h"

#include "app/base/text.h"
#include "app/paper/paper.h"
#include "tests/screens/console_model.h"
#include "tests/unit/temporary.h"

#include <SDL_ttf.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

int __wrap_TTF_Init(void);
int __real_TTF_Init(void);
TTF_Font *__wrap_TTF_OpenFontRW(SDL_RWops *source, int free_source, int size);
TTF_Font *__real_TTF_OpenFontRW(SDL_RWops *source, int free_source, int size);
void __wrap_TTF_CloseFont(TTF_Font *font);
void __real_TTF_CloseFont(TTF_Font *font);

/* The library, as far as it matters here. ThreadSanitizer sees who shares `fonts`, which it could
 * not see within SDL_ttf. */
static struct library {
	pthread_t loop;
	int fonts;            /* of the loop's thread */
	atomic_int elsewhere; /* calls of other threads */
} library;

static void touch(void)
{
	library.fonts++;
	if (!pthread_equal(pthread_self(), library.loop)) {
		atomic_fetch_add(&library.elsewhere, 1);
	}
}

int __wrap_TTF_Init(void)
{
	touch();
	return __real_TTF_Init();
}

TTF_Font *__wrap_TTF_OpenFontRW(SDL_RWops *source, int free_source, int size)
{
	touch();
	return __real_TTF_OpenFontRW(source, free_source, size);
}

void __wrap_TTF_CloseFont(TTF_Font *font)
{
	touch();
	__real_TTF_CloseFont(font);
}

/* What the saver's thread hands over. */
struct inbox {
	sem_t come;
	struct saved *saved;
};

static void deliver(void *context, struct saved *saved)
{
	struct inbox *inbox = context;
	inbox->saved = saved;
	sem_post(&inbox->come);
}

/* The painter opens and closes fonts when it likes. */
static void paint(void)
{
	struct paper *paper = paper_create();
	assert_non_null(paper);
	paper_destroy(paper);
}

static void test_fonts_are_opened_on_the_loop_s_thread_alone(void **state)
{
	enum { SLIPS = 3 };
	char folder[TEMPORARY_SIZE], texts[1024], queue[PLACE_SIZE];
	struct inbox inbox = {.saved = NULL};
	struct office office;
	const struct appointment_slip slip = {.code = "K7M2QX", .at_ms = model_at(13, 0, 0)};
	(void)state;
	temporary_create(folder);
	text_format(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	text_format(queue, sizeof(queue), "file:%s", folder);
	struct language *language = language_open(texts, "id");
	const struct saver_options options = {
		.folder = folder, .queue = queue, .language = language};
	model_office(&office);
	library.loop = pthread_self();
	assert_int_equal(sem_init(&inbox.come, 0, 0), 0);
	struct saver *saver = saver_create(&options, deliver, &inbox);
	for (int i = 0; i < SLIPS; i++) {
		assert_true(saver_print_slip(saver, &slip, &office));
		do {
			paint();
		} while (sem_trywait(&inbox.come) != 0);
		assert_int_equal(inbox.saved->result, RESULT_OK);
		free(inbox.saved);
	}
	saver_destroy(saver);
	assert_true(library.fonts > 0);
	assert_int_equal(atomic_load(&library.elsewhere), 0);
	sem_destroy(&inbox.come);
	language_close(language);
	temporary_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fonts_are_opened_on_the_loop_s_thread_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
