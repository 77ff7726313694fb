/*
 * Each act of the store is killed at every change it makes to a file, and the store opened again:
 * it must be as before the act or as after it, as after it when the act had been acknowledged, and
 * all invariants must hold.
 */
/* Memory shared between parent and child has no file (MAP_ANONYMOUS). */
#define _DEFAULT_SOURCE
#include "app/base/text.h"
#include "tests/store/invariants.h"
#include "tests/store/killer.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MANY = 2000 };

/* ---- the acts ---- */

static enum result issue(struct desk *desk)
{
	struct ticket ticket;
	struct desk_issue issue = {.service = 1, .with_guest = true, .print = true, .token = "t-1"};
	text_copy(issue.guest.name, sizeof issue.guest.name, "Uji Coba");
	text_copy(issue.guest.email, sizeof issue.guest.email, "uji@example.id");
	text_copy(issue.guest.institution, sizeof issue.guest.institution, "Sekolah");
	issue.guest.sex = issue.guest.age_band = issue.guest.education = 1;
	issue.guest.occupation = issue.guest.institution_kind = issue.guest.purpose = 1;
	issue.guest.party_male = 1;
	return desk_issue(desk, &issue, true, &ticket);
}

static enum result open_counter(struct desk *desk)
{
	return desk_open_counter(desk, 3, "citra", 0);
}

static enum result break_counter(struct desk *desk)
{
	return desk_break_counter(desk, 2, "istirahat");
}

static enum result close_counter(struct desk *desk)
{
	return desk_close_counter(desk, 2);
}

static enum result next_at_free(struct desk *desk)
{
	struct ticket ticket;
	return desk_next(desk, 2, &ticket);
}

static enum result serve(struct desk *desk)
{
	struct ticket ticket;
	return desk_serve(desk, 1, &ticket);
}

static enum result recall(struct desk *desk)
{
	struct ticket ticket;
	return desk_recall(desk, 1, &ticket);
}

static enum result absent(struct desk *desk)
{
	struct ticket ticket;
	return desk_absent(desk, 1, &ticket);
}

static enum result next_after_finish(struct desk *desk)
{
	struct ticket ticket;
	return desk_next(desk, 3, &ticket);
}

static enum result finish(struct desk *desk)
{
	struct ticket ticket;
	return desk_finish(desk, 3, &ticket);
}

static enum result drop_slips(struct desk *desk)
{
	struct desk_slip slip;
	bool found;
	return desk_next_slip(desk, &slip, &found);
}

static enum result begin_slip(struct desk *desk)
{
	return desk_begin_slip(desk, 3);
}

static enum result end_slip(struct desk *desk)
{
	return desk_end_slip(desk, 4, PRINT_CONFIRMED, RESULT_OK);
}

static enum result reprint(struct desk *desk)
{
	return desk_reprint(desk, 2);
}

static enum result report_device(struct desk *desk)
{
	return desk_report_device(desk, "test/printer", RESULT_PAPER_OUT, false);
}

static enum result add_staff(struct desk *desk)
{
	struct desk_staff staff = {.code = "dewi", .name = "Dewi", .role = DESK_TREASURER};
	return desk_add_staff(desk, &staff, NULL);
}

static enum result sign_in(struct desk *desk)
{
	struct desk_staff staff;
	return desk_sign_in(desk, "ani", "1234", &staff);
}

static const struct act {
	const char *name;
	const char *time;
	enum result (*run)(struct desk *desk);
} acts[] = {
	{"issue", "09:00:00", issue},
	{"open", "09:00:00", open_counter},
	{"break", "09:00:00", break_counter},
	{"close", "09:00:00", close_counter},
	{"next", "09:00:00", next_at_free},
	{"serve", "09:00:00", serve},
	{"recall", "09:00:00", recall},
	{"absent", "09:00:00", absent},
	{"next after a visit", "09:00:00", next_after_finish},
	{"finish", "09:00:00", finish},
	{"drop stale slips", "09:00:00", drop_slips},
	{"begin slip", "09:00:00", begin_slip},
	{"end slip", "09:00:00", end_slip},
	{"reprint", "09:00:00", reprint},
	{"report device", "09:00:00", report_device},
	{"add staff", "09:00:00", add_staff},
	{"first PIN", "09:00:00", sign_in},
	{"day close", "2026-11-24T08:00:00", desk_close_days},
};

/* ---- the stage: a desk in the middle of its morning ---- */

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	struct ticket ticket;
	stage_init(stage);
	stage_create(stage, "2026-11-23T07:30:00");
	for (int i = 0; i < 3; i++) {
		static const char *const who[] = {"ani", "budi", "citra"};
		stage_open(stage, "08:00:00", i + 1, who[i]);
	}
	for (int i = 0; i < 5; i++) {
		stage_issue(stage, "08:10:00", i % 2 == 0 ? "KONS" : "PERP");
	}
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 3, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:12:00", desk_serve, 3, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:13:00", desk_next, 1, &ticket), RESULT_OK);
	/* A slip begun by a program that ended before it was printed. */
	struct desk *desk = stage_desk(stage, "08:14:00");
	assert_int_equal(desk_begin_slip(desk, 4), RESULT_OK);
	desk_close(desk);
	desk_close(stage_desk(stage, "08:15:00"));
	*state = stage;
	return 0;
}

static void copy_file(const char *from, const char *to)
{
	char data[65536];
	size_t size;
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	assert_non_null(in);
	assert_non_null(out);
	while ((size = fread(data, 1, sizeof data, in)) > 0) {
		assert_int_equal(fwrite(data, 1, size, out), size);
	}
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

/* A fresh copy of the morning's store, in a folder of its own. */
static void copy_stage(const struct stage *from, struct stage *out_copy)
{
	stage_init(out_copy);
	copy_file(from->store, out_copy->store);
}

/* What the child tells before it dies. */
struct word {
	bool acknowledged;
	enum result result;
};

/* Runs `act` in a child that is killed at its `nth` change; true when it was. */
static bool run_killed(
	const struct stage *stage, const struct act *act, long nth, struct word *word)
{
	*word = (struct word){0};
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct desk *desk = stage_desk(stage, act->time);
		killer_arm(nth);
		word->result = act->run(desk);
		word->acknowledged = true;
		desk_close(desk);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status)) {
		assert_int_equal(WTERMSIG(status), SIGKILL);
		return true;
	}
	assert_int_equal(WEXITSTATUS(status), 0);
	return false;
}

/* The store after somebody has opened it again, as text. */
static char *reopened_dump(const struct stage *stage, const struct act *act)
{
	char wrong[300];
	desk_close(stage_desk(stage, act->time));
	if (!invariants_hold(stage->store, wrong, sizeof wrong)) {
		fail_msg("%s: %s", act->name, wrong);
	}
	return stage_dump(stage);
}

static char *whole_dump(const struct stage *base, const struct act *act, struct word *word)
{
	struct stage stage;
	copy_stage(base, &stage);
	if (act->run != NULL) {
		assert_false(run_killed(&stage, act, 0, word));
		assert_int_equal(word->result, RESULT_OK);
	}
	char *dump = reopened_dump(&stage, act);
	stage_finish(&stage);
	return dump;
}

static void kill_everywhere(const struct stage *base, const struct act *act, struct word *word)
{
	const struct act nothing = {"nothing", act->time, NULL};
	char *before = whole_dump(base, &nothing, word);
	char *after = whole_dump(base, act, word);
	assert_string_not_equal(before, after);
	bool killed = true;
	int unchanged = 0, done = 0;
	for (long nth = 1; killed && nth < MANY; nth++) {
		struct stage stage;
		copy_stage(base, &stage);
		killed = run_killed(&stage, act, nth, word);
		char *dump = reopened_dump(&stage, act);
		if (word->acknowledged || strcmp(dump, before) != 0) {
			assert_string_equal(dump, after);
			done++;
		} else {
			unchanged++;
		}
		free(dump);
		stage_finish(&stage);
	}
	assert_false(killed);
	/* Killed before and after the moment it became durable, or nothing was shown. */
	assert_true(unchanged > 3 && done > 1);
	print_message("%-20s killed at %d changes: %d undone, %d done\n", act->name,
		unchanged + done - 1, unchanged, done - 1);
	free(before);
	free(after);
}

static struct word *shared_word(void)
{
	void *memory = mmap(NULL, sizeof(struct word), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(memory, MAP_FAILED);
	return memory;
}

static void acts_are_whole_or_nothing(void **state)
{
	struct word *word = shared_word();
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		kill_everywhere(*state, &acts[i], word);
	}
	munmap(word, sizeof *word);
}

static bool create_killed(const struct stage *stage, long nth)
{
	char office[512], error[512];
	stage_office_file(office, sizeof office);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		killer_arm(nth);
		_exit(desk_create(stage->store, office, true, "2026-11-23T07:30:00", error,
			      sizeof error) == RESULT_OK
				? 0
				: 1);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status);
}

static void creation_is_whole_or_nothing(void **state)
{
	(void)state;
	bool killed = true;
	int missing = 0, there = 0;
	for (long nth = 1; killed && nth < MANY; nth++) {
		struct stage stage;
		struct stat status;
		char wrong[300];
		stage_init(&stage);
		killed = create_killed(&stage, nth);
		if (stat(stage.store, &status) != 0) {
			missing++;
			stage_create(&stage, "2026-11-23T07:30:00");
		} else {
			there++;
		}
		desk_close(stage_desk(&stage, "08:00:00"));
		assert_true(invariants_hold(stage.store, wrong, sizeof wrong));
		stage_finish(&stage);
	}
	assert_false(killed);
	assert_true(missing > 10 && there > 1);
	print_message("creation killed at %d changes: %d undone, %d done\n", missing + there - 1,
		missing, there - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(acts_are_whole_or_nothing, set_up, stage_tear_down),
		cmocka_unit_test(creation_is_whole_or_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
