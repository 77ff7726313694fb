#include "drivers/board_protocol.h"
#include "drivers/board_frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct board_message call = {
	.kind = BOARD_CALL, .ticket = "A012", .counter = 3, .word = "LOKET"};
static const struct board_message idle = {.kind = BOARD_IDLE, .text = "Buka 08.00"};
static const struct board_message blank = {.kind = BOARD_BLANK};

/* Every byte, written as a C string of `size` bytes. */
static void expect(const struct board_bytes *bytes, const char *wanted, size_t size)
{
	assert_false(bytes->cut);
	assert_int_equal(bytes->size, size);
	assert_memory_equal(bytes->data, wanted, size);
}
#define EXPECT(bytes, wanted) expect(bytes, wanted, sizeof(wanted) - 1)

static void write_line(
	const char *template, const struct board_message *message, struct board_bytes *out_bytes)
{
	struct board_line line;
	struct board_setting setting = {.line = &line};

	assert_int_equal(board_line_parse(template, &line), LINE_FINE);
	board_line.write(message, &setting, out_bytes);
}

static void test_alpha_is_as_another_program_writes_it(void **state)
{
	(void)state;
	struct board_bytes bytes;

	board_alpha_write(ALPHA_BOTTOM, 'b', "A-012 LOKET 3", true, &bytes);
	EXPECT(&bytes, "\0\0\0\0\0\x01Z00\x02"
		       "A0\x1b&bA-012 LOKET 3\x03"
		       "040C\x04");
	board_alpha_write(ALPHA_BOTTOM, 'b', "A-012 LOKET 3", false, &bytes);
	EXPECT(&bytes, "\0\0\0\0\0\x01Z00\x02"
		       "A0\x1b&bA-012 LOKET 3\x04");
}

static void test_alpha_messages(void **state)
{
	(void)state;
	struct board_bytes bytes;
	struct board_setting none = {0};

	board_alpha.write(&call, &none, &bytes);
	EXPECT(&bytes, "\0\0\0\0\0\x01Z00\x02"
		       "A0\x1b bA012 LOKET 3\x04");
	board_alpha.write(&blank, &none, &bytes);
	EXPECT(&bytes, "\0\0\0\0\0\x01Z00\x02"
		       "A0\x1b b \x04");
	/* 02+41+30+1b+20+62 = 110; "Buka 08.00" = 324; 03: 437. */
	board_alpha_sum.write(&idle, &none, &bytes);
	unsigned sum = 0x02 + 'A' + '0' + 0x1b + 0x20 + 'b' + 0x03;
	for (const char *at = idle.text; *at; at++) {
		sum += (unsigned char)*at;
	}
	char wanted[8];
	snprintf(wanted, sizeof(wanted), "%04X\x04", sum);
	assert_memory_equal(bytes.data + bytes.size - 5, wanted, 5);
	assert_true(board_alpha.format.seven_even);
	assert_int_equal(board_alpha.format.speed, 9600);
}

static void test_cd5220(void **state)
{
	(void)state;
	struct board_bytes bytes;
	struct board_setting none = {0};

	board_cd5220.write(&call, &none, &bytes);
	EXPECT(&bytes, "\x0c\x1bQA        A012        \r\x1bQB      LOKET 3       \r");
	board_cd5220.write(&blank, &none, &bytes);
	EXPECT(&bytes, "\x0c");
	board_cd5220.write(&idle, &none, &bytes);
	EXPECT(&bytes, "\x0c\x1bQA     Buka 08.00     \r\x1bQB                    \r");
}

static void test_epson(void **state)
{
	(void)state;
	struct board_bytes bytes;
	struct board_setting none = {0};

	board_epson.write(&call, &none, &bytes);
	EXPECT(&bytes, "\x1b=\x02\x0c\x1f"
		       "C\0\x1f$\x01\x01        A012        \x1f$\x01\x02      LOKET 3       ");
	board_epson.write(&blank, &none, &bytes);
	EXPECT(&bytes, "\x1b=\x02\x0c\x1f"
		       "C\0");
}

/* A text beyond one line goes on in the other; what is not ASCII is a question mark. */
static void test_long_and_strange_texts(void **state)
{
	(void)state;
	char lines[2][BOARD_COLUMNS + 1];
	struct board_message message = {
		.kind = BOARD_IDLE, .text = "Pelayanan Statistik Terpadu\xc2\xa0\x1b[2J ya"};

	board_lay_out(&message, 20, lines);
	assert_string_equal(lines[0], "Pelayanan Statistik ");
	assert_string_equal(lines[1], "  Terpadu??[2J ya   ");
	memset(message.text, 'x', sizeof(message.text) - 1);
	message.text[sizeof(message.text) - 1] = '\0';
	struct board_bytes bytes;
	const struct board_setting none = {0};
	const struct board_protocol *all[] = {
		&board_alpha, &board_alpha_sum, &board_cd5220, &board_epson, &board_frame};
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		all[i]->write(&message, &none, &bytes);
		assert_false(bytes.cut);
		assert_in_range(bytes.size, 10, BOARD_BYTES);
	}
}

static void test_line_templates(void **state)
{
	(void)state;
	struct board_bytes bytes;

	write_line("<{ticket} {counter:02}>\\r", &call, &bytes);
	EXPECT(&bytes, "<A012 03>\r");
	write_line("{prefix}{number:3}{counter}\\x02\\x1B\\n\\t\\\\\\{\\}\\|", &call, &bytes);
	EXPECT(&bytes, "A 123\x02\x1b\n\t\\{}|");
	write_line("{number:05}{ticket:6}", &call, &bytes);
	EXPECT(&bytes, "00012  A012");
	struct board_message bare = {.kind = BOARD_CALL, .ticket = "000", .counter = 12};
	write_line("[{prefix}|", &bare, &bytes);
	EXPECT(&bytes, "[");
	bare.ticket[0] = 'B';
	write_line("{number} {counter:1}", &bare, &bytes);
	EXPECT(&bytes, "0 12");
}

static void test_line_when_nobody_is_called(void **state)
{
	(void)state;
	struct board_bytes bytes;

	write_line("{ticket}\\r|<{text:12}>", &idle, &bytes);
	EXPECT(&bytes, "<  Buka 08.00>");
	write_line("{ticket}\\r|<{text}>", &blank, &bytes);
	EXPECT(&bytes, "<>");
	write_line("{ticket}\\r", &idle, &bytes);
	assert_int_equal(bytes.size, 0);
	write_line("{ticket}\\r|", &blank, &bytes);
	assert_int_equal(bytes.size, 0);
}

static void test_wrong_templates_are_refused(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum board_line_fault fault;
	} rows[] = {
		{"", LINE_EMPTY},
		{"|{text}", LINE_EMPTY},
		{"{tiket}", LINE_NAME},
		{"{}", LINE_NAME},
		{"{text}", LINE_NAME},
		{"a|{ticket}", LINE_NAME},
		{"{ticket", LINE_OPEN},
		{"ticket}", LINE_OPEN},
		{"{a{b}}", LINE_OPEN},
		{"{ticket:}", LINE_PLACES},
		{"{ticket:0}", LINE_PLACES},
		{"{ticket:41}", LINE_PLACES},
		{"{ticket:-1}", LINE_PLACES},
		{"{ticket:4x}", LINE_PLACES},
		{"{ticket:0004}", LINE_PLACES},
		{"{counter: 2}", LINE_PLACES},
		{"\\q", LINE_ESCAPE},
		{"a\\", LINE_ESCAPE},
		{"\\x4", LINE_ESCAPE},
		{"\\xg0", LINE_ESCAPE},
		{"a\tb", LINE_LETTER},
		{"n\xc2\xb0", LINE_LETTER},
		{"a|b|c", LINE_HALVES},
	};
	struct board_line line;
	char text[BOARD_LINE_ITEMS + 2];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		print_message("  %s\n", rows[i].text);
		assert_int_equal(board_line_parse(rows[i].text, &line), rows[i].fault);
	}
	memset(text, 'x', sizeof(text));
	text[BOARD_LINE_ITEMS + 1] = '\0';
	assert_int_equal(board_line_parse(text, &line), LINE_LONG);
	text[BOARD_LINE_ITEMS] = '\0';
	assert_int_equal(board_line_parse(text, &line), LINE_FINE);
	/* What each becomes at most must fit a message: 256 bytes. */
	assert_int_equal(
		board_line_parse(
			"{ticket:40}{ticket:40}{ticket:40}{ticket:40}{ticket:40}{ticket:40}"
			"{ticket}x",
			&line),
		LINE_FINE);
	assert_int_equal(
		board_line_parse(
			"{ticket:40}{ticket:40}{ticket:40}{ticket:40}{ticket:40}{ticket:40}"
			"{ticket}xy",
			&line),
		LINE_LONG);
}

static void test_frame(void **state)
{
	(void)state;
	struct board_bytes bytes;
	struct board_setting setting = {.sequence = 7};

	/* The check value that every description of CRC-16/CCITT-FALSE names. */
	assert_int_equal(board_frame_sum((const uint8_t *)"123456789", 9), 0x29b1);
	board_frame.write(&call, &setting, &bytes);
	assert_int_equal(bytes.size, strlen("$07CA012,03*0000\r\n"));
	assert_memory_equal(bytes.data, "$07CA012,03*", 12);
	struct board_message odd = {.kind = BOARD_IDLE, .text = "a*b$c\xc3\xa9"};
	board_frame.write(&odd, &setting, &bytes);
	assert_memory_equal(bytes.data, "$07Ta b c?*", 11);
}

/* Each line of the description for builders that begins "    $" is a whole frame. */
static void test_examples_for_builders_are_right(void **state)
{
	(void)state;
	char path[512], line[256];
	int examples = 0;

	snprintf(path, sizeof(path), "%s/assets/board/README.md", getenv("GILIRAN_SOURCE"));
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(line, sizeof(line), file)) {
		unsigned sum;
		if (strncmp(line, "    $", 5) != 0) {
			continue;
		}
		char *star = strchr(line, '*');
		assert_non_null(star);
		assert_int_equal(sscanf(star + 1, "%4X", &sum), 1);
		size_t size = (size_t)(star - line - 5);
		assert_int_equal(board_frame_sum((const uint8_t *)line + 5, size), sum);
		examples++;
	}
	fclose(file);
	assert_in_range(examples, 6, 100);
}

static bool take(struct board_frame_reader *reader, const char *text, size_t size,
	struct board_frame_answer *answer)
{
	bool found = false;

	for (size_t i = 0; i < size; i++) {
		found |= board_frame_take(reader, (uint8_t)text[i], answer);
	}
	return found;
}

static void test_answers_are_found_among_noise(void **state)
{
	(void)state;
	struct board_bytes bytes;
	struct board_frame_reader reader = {0};
	struct board_frame_answer answer;

	board_frame_write(0x2a, 'A', "", &bytes);
	const char *good = (const char *)bytes.data;
	assert_false(take(&reader, "noise$$12", 9, &answer));
	assert_true(take(&reader, good, bytes.size, &answer));
	assert_int_equal(answer.sequence, 0x2a);
	assert_true(answer.taken);
	/* In two pieces. */
	assert_false(take(&reader, good, 5, &answer));
	assert_true(take(&reader, good + 5, bytes.size - 5, &answer));
	/* One bit wrong anywhere: no answer. */
	for (size_t i = 0; i + 2 < bytes.size; i++) {
		for (int bit = 0; bit < 8; bit++) {
			char wrong[32];
			memcpy(wrong, good, bytes.size);
			wrong[i] = (char)(wrong[i] ^ 1 << bit);
			reader = (struct board_frame_reader){0};
			assert_false(take(&reader, wrong, bytes.size, &answer));
		}
	}
	/* Too long, and then right. */
	assert_false(take(&reader, "$2A0123456789012345678901234567890\r", 35, &answer));
	assert_true(take(&reader, good, bytes.size, &answer));
	board_frame_write(0, 'N', "", &bytes);
	assert_true(take(&reader, (const char *)bytes.data, bytes.size, &answer));
	assert_false(answer.taken);
}

static void test_addresses(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool right;
		int speed;
		bool seven_even;
	} rows[] = {
		{"auto", true, 9600, true},
		{"/dev/ttyS0,2400", true, 2400, true},
		{"auto,115200,8N1", true, 115200, false},
		{"a,1200,7E1", true, 1200, true},
		{"", false, 0, false},
		{",9600", false, 0, false},
		{"a,", false, 0, false},
		{"a,9601", false, 0, false},
		{"a,9600,", false, 0, false},
		{"a,9600,8E1", false, 0, false},
		{"a,9600,8N1,x", false, 0, false},
		{"a,99999999999", false, 0, false},
		{"a,-1200", false, 0, false},
		{"much too long a name for a place", false, 0, false},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char place[16];
		struct serial_format format = {.speed = 9600, .seven_even = true};
		print_message("  %s\n", rows[i].text);
		assert_int_equal(serial_read_address(rows[i].text, place, sizeof(place), &format),
			rows[i].right);
		if (rows[i].right) {
			assert_int_equal(format.speed, rows[i].speed);
			assert_int_equal(format.seven_even, rows[i].seven_even);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alpha_is_as_another_program_writes_it),
		cmocka_unit_test(test_alpha_messages),
		cmocka_unit_test(test_cd5220),
		cmocka_unit_test(test_epson),
		cmocka_unit_test(test_long_and_strange_texts),
		cmocka_unit_test(test_line_templates),
		cmocka_unit_test(test_line_when_nobody_is_called),
		cmocka_unit_test(test_wrong_templates_are_refused),
		cmocka_unit_test(test_frame),
		cmocka_unit_test(test_examples_for_builders_are_right),
		cmocka_unit_test(test_answers_are_found_among_noise),
		cmocka_unit_test(test_addresses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
