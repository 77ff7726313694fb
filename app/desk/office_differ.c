#include "app/desk/office_differ.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_tell.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH = 8, NAME_SIZE = 256 };

struct setting {
	char *name;
	char *value;
	bool met; /* the other list has one of that name */
};

/* The settings of an office one after another. */
struct list {
	struct office_listener listener; /* first: a list is one */
	char name[NAME_SIZE];            /* of what is open */
	size_t lengths[DEPTH];           /* of the name at each depth */
	int members[DEPTH];
	int depth;
	struct setting *settings;
	size_t count, size;
};

/* Puts `key` behind the name; a member without one is told by its place. */
static void append(struct list *list, const char *key)
{
	size_t used = strlen(list->name);
	char place[16];
	text_format(place, sizeof place, "%d", ++list->members[list->depth]);
	text_format(list->name + used, NAME_SIZE - used, "%s%s", used > 0 ? "." : "",
		key != NULL ? key : place);
}

static void on_open(struct office_listener *listener, const char *key, const char *name,
	enum office_bracket bracket)
{
	struct list *list = (struct list *)listener;
	(void)bracket;
	list->lengths[list->depth] = strlen(list->name);
	append(list, key != NULL ? key : name);
	list->depth++;
	list->members[list->depth] = 0;
}

static void on_close(struct office_listener *listener)
{
	struct list *list = (struct list *)listener;
	list->depth--;
	list->name[list->lengths[list->depth]] = '\0';
}

static void on_put(
	struct office_listener *listener, const char *key, const char *value, bool is_text)
{
	struct list *list = (struct list *)listener;
	size_t length = strlen(list->name);
	(void)is_text;
	if (key != NULL && strcmp(key, "known") == 0) {
		return;
	}
	append(list, key);
	if (list->count == list->size) {
		list->size = list->size * 2 + 64;
		list->settings = memory_resized(list->settings, list->size, sizeof *list->settings);
	}
	list->settings[list->count++] =
		(struct setting){memory_string(list->name), memory_string(value), false};
	list->name[length] = '\0';
}

static void make_list(const struct office_file *file, struct list *out_list)
{
	*out_list = (struct list){
		.listener = {.open = on_open, .close = on_close, .put = on_put},
	};
	office_tell(file, &out_list->listener);
}

static void free_list(struct list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->settings[i].name);
		free(list->settings[i].value);
	}
	free(list->settings);
}

/* Both lists are in the same order, nearly: what is looked for stands where the last one was. */
static struct setting *find(struct list *list, size_t near, const char *name)
{
	for (size_t i = 0; i < list->count; i++) {
		struct setting *setting = &list->settings[(near + i) % list->count];
		if (strcmp(setting->name, name) == 0) {
			return setting;
		}
	}
	return NULL;
}

static void add(struct office_differences *differences, const char *name, const char *before,
	const char *after)
{
	differences->list = memory_resized(
		differences->list, differences->count + 1, sizeof *differences->list);
	differences->list[differences->count++] = (struct office_difference){
		memory_string(name),
		before != NULL ? memory_string(before) : NULL,
		after != NULL ? memory_string(after) : NULL,
	};
}

void office_differ(const struct office_file *before, const struct office_file *after,
	struct office_differences *out_differences)
{
	struct list old, new;
	size_t near = 0;
	*out_differences = (struct office_differences){0};
	make_list(before, &old);
	make_list(after, &new);
	for (size_t i = 0; i < old.count; i++) {
		const struct setting *was = &old.settings[i];
		struct setting *is = find(&new, near, was->name);
		if (is != NULL) {
			near = (size_t)(is - new.settings) + 1;
			is->met = true;
		}
		if (is == NULL || strcmp(is->value, was->value) != 0) {
			add(out_differences, was->name, was->value, is != NULL ? is->value : NULL);
		}
	}
	for (size_t i = 0; i < new.count; i++) {
		if (!new.settings[i].met) {
			add(out_differences, new.settings[i].name, NULL, new.settings[i].value);
		}
	}
	free_list(&old);
	free_list(&new);
}

void office_differences_finish(struct office_differences *differences)
{
	for (size_t i = 0; i < differences->count; i++) {
		free(differences->list[i].name);
		free(differences->list[i].before);
		free(differences->list[i].after);
	}
	free(differences->list);
	*differences = (struct office_differences){0};
}
