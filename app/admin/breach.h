#ifndef APP_ADMIN_BREACH_H
#define APP_ADMIN_BREACH_H

#include "app/admin/output.h"
#include "app/desk/breach.h"

/* The sheets of broken promises, of one day or of many. */
struct breach_sheet {
	char service_date[CALENDAR_DATE_SIZE];
	struct desk_breach breach;
};
struct breach_list {
	struct breach_sheet *sheets;
	size_t count;
};

/* Adds those of `date`; the list starts as zeroes and is ended with breach_list_finish. */
enum result breach_list_add(struct breach_list *list, struct desk *desk, const char *date);
void breach_list_finish(struct breach_list *list);

/* As JSON, one object a sheet; or as lines on stdout. */
json_t *breach_list_json(const struct breach_list *list, const struct office *office);
void breach_list_print(const struct breach_list *list, struct admin *admin);

#endif
