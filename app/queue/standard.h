#ifndef APP_QUEUE_STANDARD_H
#define APP_QUEUE_STANDARD_H

#include "app/queue/office.h"

/*
 * What an office publishes of its services: the six parts of a service standard that visitors must
 * be able to read (UU 25/2009 art. 21, "service delivery"), what it is founded on, and the office's
 * pledge (maklumat pelayanan, art. 22). Words for people, in both languages: no figure is reckoned
 * from them, so they are kept apart from struct office, which every rule reads.
 */
enum standard_part {
	STANDARD_REQUIREMENTS, /* persyaratan */
	STANDARD_PROCEDURE,    /* sistem, mekanisme, dan prosedur */
	STANDARD_TIME,         /* jangka waktu */
	STANDARD_FEE,          /* biaya/tarif */
	STANDARD_PRODUCT,      /* produk pelayanan */
	STANDARD_COMPLAINTS,   /* penanganan pengaduan, saran, dan masukan */
	STANDARD_BASIS,        /* the decree that set it, and the law; not one of the six */
	STANDARD_PLEDGE,       /* of the office, not of a service */
	STANDARD_PARTS
};

enum {
	STANDARD_LINES = 512,
	STANDARD_PART_LINES = 24, /* a sale has 20 steps (standard of Tana Tidung) */
	STANDARD_OFFICE = -1,     /* `service` of the pledge */
	STANDARD_ALWAYS = 0,      /* `from_day`, `until_day`: no end on this side */
};

/* One line of a part. Law changes: a line may hold from one day (calendar.h) to another. */
struct standard_line {
	int service; /* place in office.services */
	enum standard_part part;
	bool heading; /* short; over the lines that follow: "Daring"; or a signature under them */
	int from_day, until_day; /* both included */
	char text[OFFICE_LANGUAGES][OFFICE_TEXT_SIZE];
};

/* Lines of one service and part stand together and in order. All zero = nothing published. */
struct standards {
	struct standard_line lines[STANDARD_LINES];
	int count;
};

/* "requirements", "procedure", …: as files, rows and JSON say it; by name: false when there is
 * none. */
const char *standard_part_name(enum standard_part part);
bool standard_part_find(const char *name, enum standard_part *out_part);

/* Appends a line. False when its part or the whole is full; nothing is changed then. */
bool standard_add(struct standards *standards, const struct standard_line *line);

/* The lines (borrowed) of `part` of `service` that hold on `day`; returns how many. */
int standard_list(const struct standards *standards, int service, enum standard_part part, int day,
	const struct standard_line *out_lines[STANDARD_PART_LINES]);

#endif
