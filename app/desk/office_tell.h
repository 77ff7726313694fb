#ifndef APP_DESK_OFFICE_TELL_H
#define APP_DESK_OFFICE_TELL_H

#include "app/desk/office_file.h"

/*
 * An office told setting by setting, in the words and the order of an office file. Who listens
 * makes a file of it (office_file_write.c) or a list to compare (office_differ.c).
 */
enum office_bracket {
	OFFICE_GROUP,
	OFFICE_ROW, /* a group short enough for one line */
	OFFICE_LIST,
	OFFICE_ARRAY, /* of texts, on one line */
};

struct office_listener {
	/* `key` NULL = a member of a list, which `name` tells from the others there; NULL = by its
	 * place. Texts are borrowed for the call. */
	void (*open)(struct office_listener *listener, const char *key, const char *name,
		enum office_bracket bracket);
	void (*close)(struct office_listener *listener);
	/* One value; a text goes into quotation marks. */
	void (*put)(
		struct office_listener *listener, const char *key, const char *value, bool is_text);
};

/* Tells everything of `file` but the flags. */
void office_tell(const struct office_file *file, struct office_listener *listener);

/* For the parts of the telling. */
void office_tell_text(struct office_listener *listener, const char *key, const char *text);
void office_tell_number(struct office_listener *listener, const char *key, int64_t number);
void office_tell_flag(struct office_listener *listener, const char *key, bool flag);
void office_tell_languages(struct office_listener *listener, const char *texts, size_t stride);

/* Hours, seasons, days off and closures (office_tell_calendar.c). */
void office_tell_calendar(const struct office *office, struct office_listener *listener);

/* The lists of the guest book (office_tell_options.c). */
void office_tell_options(const struct office *office, struct office_listener *listener);

/* What is published of service `service`, or the pledge (office_tell_standard.c). */
void office_tell_published(
	const struct standards *standards, int service, struct office_listener *listener);
void office_tell_pledge(const struct standards *standards, struct office_listener *listener);

#endif
