#include "tests/support/grey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void print_words(FILE *file, const char *words)
{
	for (; *words != '\0'; words++) {
		if (strchr("0123456789", *words) == NULL) {
			fputc(*words, file);
		}
	}
	fputc('\n', file);
}

/* Of a switch: which side it is on. Round to the pixel. */
static bool is_knob(const struct draw_command *command)
{
	const struct rect rect = command->rect;
	return command->kind == DRAW_RECT && abs(rect.w - rect.h) < 2 &&
	       command->radius * 2 >= rect.w - 2;
}

static void print_signs(FILE *file, const struct draw_list *list, bool pieces)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct draw_command *command = &list->commands[i];
		if (command->kind == DRAW_TEXT) {
			print_words(file, draw_command_text(list, command));
		} else if (command->kind == DRAW_BORDER) {
			fprintf(file, "edge %d\n", command->width);
		} else if (is_knob(command)) {
			fprintf(file, "knob %d,%d\n", command->rect.x, command->rect.y);
		} else if (pieces && command->kind == DRAW_RECT) {
			fputs("piece\n", file);
		}
	}
}

void grey_add(struct grey *grey, const struct ui *ui)
{
	size_t size;
	char **text = &grey->states[grey->count++];
	assert_true(grey->count <= GREY_STATES);
	FILE *file = open_memstream(text, &size);
	assert_non_null(file);
	print_signs(file, &ui->list, grey->pieces);
	assert_int_equal(fclose(file), 0);
}

void grey_drop(struct grey *grey)
{
	for (int i = 0; i < grey->count; i++) {
		free(grey->states[i]);
	}
	*grey = (struct grey){0};
}

void grey_finish(struct grey *grey)
{
	assert_true(grey->count > 1);
	for (int i = 0; i < grey->count; i++) {
		for (int j = i + 1; j < grey->count; j++) {
			if (strcmp(grey->states[i], grey->states[j]) != 0) {
				continue;
			}
			fputs(grey->states[i], stderr);
			fail_msg("%s: states %d and %d differ in colour alone", grey->of, i, j);
		}
	}
	grey_drop(grey);
}
