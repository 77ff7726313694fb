/* Lists of holidays where a head would put them: beside the reports, or on a stick. */
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/console/lists.h"
#include "tests/unit/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

static const char right[] = "2027-01-01;LN;Tahun Baru 2027 Masehi\n";
static const char wrong[] = "2027-01-01;LN;Tahun Baru 2027 Masehi\n2027-13-01;LN;Salah\n";

static void make_folder(const char *parent, const char *name, char out_path[TEMPORARY_SIZE])
{
	text_format(out_path, TEMPORARY_SIZE, "%s/%s", parent, name);
	assert_int_equal(mkdir(out_path, 0700), 0);
}

static void write_list(const char *folder, const char *name, const char *text)
{
	char path[TEMPORARY_SIZE];
	temporary_write(folder, name, text, strlen(text), path);
}

static void lists_are_found_and_read(void **state)
{
	(void)state;
	char root[TEMPORARY_SIZE], reports[TEMPORARY_SIZE], media[TEMPORARY_SIZE];
	char user[TEMPORARY_SIZE], stick[TEMPORARY_SIZE], deep[TEMPORARY_SIZE], pipe[PLACE_SIZE];
	struct lists *lists = calloc(1, sizeof *lists);
	temporary_create(root);
	make_folder(root, "laporan", reports);
	make_folder(root, "media", media);
	make_folder(media, "rini", user);
	make_folder(user, "STIK", stick);
	make_folder(stick, "foto", deep);
	write_list(reports, "b-2027.csv", right);
	write_list(reports, "laporan-2026-11-23.csv", "a;b\n");
	write_list(reports, "catatan.txt", right);
	write_list(stick, "a-2027.CSV", wrong);
	write_list(deep, "c-2027.csv", right);
	text_format(pipe, sizeof pipe, "%s/pipa.csv", stick);
	assert_int_equal(mkfifo(pipe, 0600), 0); /* is never opened */

	const char *mounts[] = {media, "/nowhere"};
	lists_find(reports, mounts, 2, lists);
	assert_int_equal(lists->count, 2);
	assert_string_equal(lists->files[0].name, "a-2027.CSV · STIK");
	assert_int_equal(lists->files[0].result, RESULT_LIST_DATE);
	assert_non_null(strstr(lists->files[0].where, "a-2027.CSV:2"));
	assert_string_equal(lists->files[1].name, "b-2027.csv · laporan");
	assert_int_equal(lists->files[1].result, RESULT_OK);
	assert_int_equal(lists->files[1].list.year, 2027);

	/* One whose path was typed; what is no plain file is not there. */
	char path[PLACE_SIZE];
	text_format(path, sizeof path, "%s/b-2027.csv", reports);
	lists_take(path, lists);
	assert_true(lists->typed);
	assert_int_equal(lists->count, 1);
	assert_string_equal(lists->files[0].name, "b-2027.csv · laporan");
	assert_int_equal(lists->files[0].result, RESULT_OK);
	assert_int_equal(lists->files[0].list.year, 2027);
	const char *const lost[] = {pipe, media, "/", "/nowhere/2027.csv"};
	for (size_t i = 0; i < sizeof lost / sizeof lost[0]; i++) {
		lists_take(lost[i], lists);
		assert_int_equal(lists->count, 1);
		assert_int_equal(lists->files[0].result, RESULT_LIST_LOST);
	}

	for (char name[] = "0.csv"; name[0] <= 'z'; name[0]++) {
		write_list(stick, name, right);
	}
	lists_find(reports, mounts, 2, lists);
	assert_int_equal(lists->count, LISTS_FOUND);
	temporary_remove(root);
	free(lists);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_found_and_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
