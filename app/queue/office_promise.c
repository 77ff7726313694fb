#include "app/base/text.h"
#include "app/queue/office.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60, MINUTE_S = 60, TIME_LENGTH = 5 };

static const char onsite[] = "onsite";

static const char *const unit_names[OFFICE_UNITS] = {
	[OFFICE_MINUTES] = "minutes",
	[OFFICE_DAYS] = "days",
	[OFFICE_WORKING_DAYS] = "working_days",
	[OFFICE_AT_ONCE] = "at_once",
};

static const char *const start_names[OFFICE_STARTS] = {
	[OFFICE_PREVIOUS_FINISHED] = "previous_finished",
	[OFFICE_GUEST_BOOK] = "guest_book",
	[OFFICE_RECEIVED] = "received",
	[OFFICE_COMPLETE] = "complete",
};

static const char *const holiday_names[OFFICE_HOLIDAY_KINDS] = {
	[OFFICE_HOLIDAY_NATIONAL] = "LN",
	[OFFICE_HOLIDAY_JOINT] = "CB",
	[OFFICE_HOLIDAY_LOCAL] = "LK",
};

static const char *const address_names[OFFICE_ADDRESS_KINDS] = {
	[OFFICE_BOX] = "box",
	[OFFICE_WEB] = "web",
	[OFFICE_EMAIL] = "email",
	[OFFICE_WHATSAPP] = "whatsapp",
	[OFFICE_PHONE] = "phone",
};

static const char *const slip_names[OFFICE_SLIP_LINES] = {
	[OFFICE_SLIP_EXPECTATION] = "expectation",
	[OFFICE_SLIP_PROMISE] = "promise",
	[OFFICE_SLIP_CODE] = "code",
	[OFFICE_SLIP_WITHDRAW] = "withdraw",
	[OFFICE_SLIP_WAIT] = "wait",
};

/* Place of `name` among `names`; -1 when it is none of them. */
static int find_name(const char *const *names, int count, const char *name)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0) {
			return i;
		}
	}
	return -1;
}

const char *office_unit_name(enum office_unit unit)
{
	return unit_names[unit];
}

const char *office_start_name(enum office_start start)
{
	return start_names[start];
}

const char *office_holiday_name(enum office_holiday_kind kind)
{
	return holiday_names[kind];
}

const char *office_address_name(enum office_address_kind kind)
{
	return address_names[kind];
}

const char *office_slip_name(enum office_slip_line line)
{
	return slip_names[line];
}

bool office_unit_find(const char *name, enum office_unit *out_unit)
{
	int place = find_name(unit_names, OFFICE_UNITS, name);
	if (place >= 0) {
		*out_unit = (enum office_unit)place;
	}
	return place >= 0;
}

bool office_start_find(const char *name, enum office_start *out_start)
{
	int place = find_name(start_names, OFFICE_STARTS, name);
	if (place >= 0) {
		*out_start = (enum office_start)place;
	}
	return place >= 0;
}

bool office_holiday_find(const char *name, enum office_holiday_kind *out_kind)
{
	int place = find_name(holiday_names, OFFICE_HOLIDAY_KINDS, name);
	if (place >= 0) {
		*out_kind = (enum office_holiday_kind)place;
	}
	return place >= 0;
}

bool office_address_find(const char *name, enum office_address_kind *out_kind)
{
	int place = find_name(address_names, OFFICE_ADDRESS_KINDS, name);
	if (place >= 0) {
		*out_kind = (enum office_address_kind)place;
	}
	return place >= 0;
}

bool office_is_channel(const char *channel)
{
	size_t length = strlen(channel);
	return length > 0 && length < OFFICE_CHANNEL_SIZE &&
	       strspn(channel, "abcdefghijklmnopqrstuvwxyz_") == length;
}

const struct office_standard *office_find_standard(
	const struct office_service *service, const char *channel)
{
	for (int i = 0; i < service->standard_count; i++) {
		if (strcmp(service->standards[i].channel, channel) == 0) {
			return &service->standards[i];
		}
	}
	return NULL;
}

void office_settle_promise(struct office_service *service)
{
	const struct office_standard *standard = office_find_standard(service, onsite);
	service->target_start = OFFICE_PREVIOUS_FINISHED;
	if (standard != NULL) {
		/* A promise in days or at once is no clock of the queue. */
		bool minutes = standard->unit == OFFICE_MINUTES;
		service->target_s = minutes ? standard->limit * MINUTE_S : 0;
		service->target_start = minutes ? standard->start : OFFICE_PREVIOUS_FINISHED;
	} else if (service->target_s > 0 && service->target_s % MINUTE_S == 0 &&
		   service->standard_count < OFFICE_STANDARDS) {
		struct office_standard *added = &service->standards[service->standard_count++];
		*added = (struct office_standard){
			.limit = service->target_s / MINUTE_S,
			.unit = OFFICE_MINUTES,
			.start = OFFICE_PREVIOUS_FINISHED,
		};
		text_copy(added->channel, sizeof added->channel, onsite);
	}
}

/* Minutes of the five bytes "08.00". */
static bool take_minutes(const char *text, int *out_minutes)
{
	const char hour[] = {text[0], text[1], '\0'};
	const char minute[] = {text[3], text[4], '\0'};
	int64_t hours;
	int64_t minutes;
	/* The parser of numbers would take a sign. */
	if (text[0] == '-' || text[3] == '-' || text[2] != '.' ||
		!text_to_int(hour, 0, 24, &hours) ||
		!text_to_int(minute, 0, MINUTE_S - 1, &minutes)) {
		return false;
	}
	*out_minutes = (int)(hours * MINUTE_S + minutes);
	return *out_minutes <= DAY_MINUTES;
}

bool office_parse_minutes(const char *text, int *out_minutes)
{
	return strlen(text) == TIME_LENGTH && take_minutes(text, out_minutes);
}

bool office_parse_span(const char *text, struct office_span *out_span)
{
	return strlen(text) == 2 * TIME_LENGTH + 1 && text[TIME_LENGTH] == '-' &&
	       take_minutes(text, &out_span->from_min) &&
	       take_minutes(text + TIME_LENGTH + 1, &out_span->to_min) &&
	       out_span->from_min < out_span->to_min;
}
