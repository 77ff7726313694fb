#ifndef APP_CONSOLE_HALL_H
#define APP_CONSOLE_HALL_H

/*
 * The large panel over the desk with what is not needed for every visitor: a page at a time. What a
 * page shows comes with the picture of the desk; it changes nothing at the counter.
 */
enum hall_page {
	HALL_CLOSED,
	HALL_VISITOR, /* all about who is here or comes next */
	HALL_PAGES,
};

struct hall {
	enum hall_page page;
};

#endif
