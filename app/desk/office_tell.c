#include "app/desk/office_tell.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

enum { NUMBER_SIZE = 24 };

static const char *const language_keys[OFFICE_LANGUAGES] = {"id", "en"};
static const char *const fees[] = {"free", "charged", "zero"};

void office_tell_text(struct office_listener *listener, const char *key, const char *text)
{
	listener->put(listener, key, text, true);
}

void office_tell_number(struct office_listener *listener, const char *key, int64_t number)
{
	char text[NUMBER_SIZE];
	text_format(text, sizeof text, "%" PRId64, number);
	listener->put(listener, key, text, false);
}

void office_tell_flag(struct office_listener *listener, const char *key, bool flag)
{
	listener->put(listener, key, flag ? "true" : "false", false);
}

void office_tell_languages(struct office_listener *listener, const char *texts, size_t stride)
{
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		office_tell_text(listener, language_keys[i], texts + (size_t)i * stride);
	}
}

static void tell_pair(
	struct office_listener *listener, const char *key, const char *texts, size_t stride)
{
	listener->open(listener, key, NULL, OFFICE_GROUP);
	office_tell_languages(listener, texts, stride);
	listener->close(listener);
}

/* ---- services ---- */

static void tell_promises(const struct office_service *service, struct office_listener *listener)
{
	office_tell_number(listener, "target_s", service->target_s);
	listener->open(listener, "standards", NULL, OFFICE_LIST);
	for (int i = 0; i < service->standard_count; i++) {
		const struct office_standard *standard = &service->standards[i];
		listener->open(listener, NULL, standard->channel, OFFICE_ROW);
		office_tell_text(listener, "channel", standard->channel);
		if (standard->unit != OFFICE_AT_ONCE) {
			office_tell_number(listener, "limit", standard->limit);
		}
		office_tell_text(listener, "unit", office_unit_name(standard->unit));
		office_tell_text(listener, "start", office_start_name(standard->start));
		listener->close(listener);
	}
	listener->close(listener);
}

static void tell_limits(const struct office_service *service, struct office_listener *listener)
{
	char time[NUMBER_SIZE];
	office_tell_number(listener, "typical_service_s", service->typical_service_s);
	office_tell_number(listener, "daily_quota", service->daily_quota);
	if (service->last_issue_min >= 0) {
		text_format(time, sizeof time, "%02d.%02d", service->last_issue_min / 60,
			service->last_issue_min % 60);
		office_tell_text(listener, "last_issue", time);
	}
}

static void tell_guest_book(const struct office_service *service, struct office_listener *listener)
{
	listener->open(listener, "guest_book", NULL, OFFICE_GROUP);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const char *name = guest_switch_name((enum guest_field)i);
		if (name != NULL && service->asks[i] != GUEST_USUAL) {
			office_tell_text(listener, name, guest_ask_name(service->asks[i]));
		}
	}
	listener->close(listener);
}

static void tell_service(
	const struct office_file *file, int place, struct office_listener *listener)
{
	const struct office_service *service = &file->office.services[place];
	listener->open(listener, NULL, service->code, OFFICE_GROUP);
	office_tell_text(listener, "code", service->code);
	office_tell_text(listener, "prefix", service->prefix);
	tell_pair(listener, "name", service->name[0], OFFICE_NAME_SIZE);
	tell_pair(listener, "short_name", service->short_name[0], OFFICE_NAME_SIZE);
	tell_pair(listener, "meaning", service->meaning[0], OFFICE_TEXT_SIZE);
	office_tell_text(listener, "icon", service->icon);
	office_tell_text(listener, "fee", fees[service->fee]);
	office_tell_flag(listener, "email_required", service->email_required);
	office_tell_flag(listener, "withheld", service->withheld);
	office_tell_flag(listener, "reception", service->reception);
	office_tell_flag(listener, "rates", !service->unrated);
	tell_promises(service, listener);
	tell_limits(service, listener);
	tell_guest_book(service, listener);
	office_tell_published(&file->standards, place, listener);
	listener->close(listener);
}

static void tell_counter(const struct office *office, int place, struct office_listener *listener)
{
	const struct office_counter *counter = &office->counters[place];
	uint32_t all = (UINT32_C(1) << office->service_count) - 1;
	char name[NUMBER_SIZE];
	text_format(name, sizeof name, "%d", counter->number);
	listener->open(listener, NULL, name, OFFICE_ROW);
	office_tell_number(listener, "number", counter->number);
	if (counter->name[0][0] != '\0' || counter->name[1][0] != '\0') {
		listener->open(listener, "name", NULL, OFFICE_ROW);
		office_tell_languages(listener, counter->name[0], OFFICE_COUNTER_SIZE);
		listener->close(listener);
	}
	if (counter->services != all) {
		listener->open(listener, "services", NULL, OFFICE_ARRAY);
		for (int i = 0; i < office->service_count; i++) {
			if ((counter->services >> i & 1) != 0) {
				office_tell_text(listener, NULL, office->services[i].code);
			}
		}
		listener->close(listener);
	}
	listener->close(listener);
}

/* ---- the office ---- */

static void tell_profile(const struct office *office, struct office_listener *listener)
{
	office_tell_text(listener, "code", office->code);
	office_tell_text(listener, "name", office->name);
	tell_pair(listener, "unit", office->unit[0], OFFICE_NAME_SIZE);
	office_tell_text(listener, "zone", office_zone_name(office->zone));
}

static void tell_rules(const struct office *office, struct office_listener *listener)
{
	office_tell_number(listener, "priority_head_start_s", office->priority_head_start_s);
	office_tell_number(listener, "issue_before_s", office->issue_before_s);
	office_tell_number(listener, "recall_limit", office->recall_limit);
	office_tell_number(listener, "recall_interval_s", office->recall_interval_s);
	office_tell_number(listener, "undo_s", office->undo_s);
	office_tell_flag(listener, "serve_on_call", office->serve_on_call);
	office_tell_flag(listener, "stand_by", office->stand_by);
	office_tell_flag(listener, "call_any", office->call_any);
	office_tell_flag(listener, "asks_source", office->asks_source);
	office_tell_flag(listener, "ticket_first", office->ticket_first);
	office_tell_number(listener, "idle_s", office->idle_s);
	office_tell_number(listener, "retention_months", office->retention_months);
}

static void tell_console(const struct office_console *console, struct office_listener *listener)
{
	listener->open(listener, "console", NULL, OFFICE_GROUP);
	office_tell_flag(listener, "ring_soon", console->ring_soon);
	office_tell_flag(listener, "ring_late", console->ring_late);
	office_tell_flag(listener, "ring_unattended", console->ring_unattended);
	office_tell_flag(listener, "raise_late", console->raise_late);
	office_tell_number(listener, "lock_minutes", console->lock_minutes);
	listener->close(listener);
}

static void tell_words(const struct office *office, struct office_listener *listener)
{
	office_tell_text(listener, "notice_version", office->notice_version);
	tell_pair(listener, "running", office->running[0], OFFICE_RUNNING_SIZE);
	office_tell_text(listener, "online", office->online);
	office_tell_text(listener, "chat", office->chat);
	office_tell_text(listener, "privacy_contact", office->privacy_contact);
}

static void tell_feedback(const struct office_feedback *feedback, struct office_listener *listener)
{
	listener->open(listener, "feedback", NULL, OFFICE_GROUP);
	office_tell_text(listener, "instrument", feedback->instrument);
	office_tell_flag(listener, "invitation", feedback->invites);
	listener->open(listener, "addresses", NULL, OFFICE_LIST);
	for (int i = 0; i < feedback->address_count; i++) {
		listener->open(listener, NULL, NULL, OFFICE_ROW);
		office_tell_text(
			listener, "kind", office_address_name(feedback->addresses[i].kind));
		office_tell_text(listener, "text", feedback->addresses[i].text);
		listener->close(listener);
	}
	listener->close(listener);
	listener->close(listener);
}

static void tell_volumes(const struct office_voice *voice, struct office_listener *listener)
{
	char time[NUMBER_SIZE];
	listener->open(listener, "hours", NULL, OFFICE_LIST);
	for (int i = 0; i < voice->hour_count; i++) {
		const struct office_span *span = &voice->hours[i].span;
		text_format(time, sizeof time, "%02d.%02d-%02d.%02d", span->from_min / 60,
			span->from_min % 60, span->to_min / 60, span->to_min % 60);
		listener->open(listener, NULL, time, OFFICE_ROW);
		office_tell_text(listener, "time", time);
		office_tell_number(listener, "volume", voice->hours[i].volume);
		listener->close(listener);
	}
	listener->close(listener);
}

static void tell_voice(const struct office_voice *voice, struct office_listener *listener)
{
	listener->open(listener, "voice", NULL, OFFICE_GROUP);
	office_tell_flag(listener, "on", voice->on);
	office_tell_flag(listener, "chime", voice->chime);
	office_tell_text(listener, "numbers", voice->by_words ? "words" : "digits");
	office_tell_number(listener, "repeats", voice->repeats);
	office_tell_number(listener, "volume", voice->volume);
	office_tell_number(listener, "brief_from", voice->brief_from);
	office_tell_text(listener, "brief", voice->brief);
	tell_volumes(voice, listener);
	listener->open(listener, "wordings", NULL, OFFICE_LIST);
	for (int i = 0; i < voice->wording_count; i++) {
		const struct office_wording *wording = &voice->wordings[i];
		listener->open(listener, NULL, language_keys[wording->language], OFFICE_ROW);
		office_tell_text(listener, "language", language_keys[wording->language]);
		office_tell_text(listener, "text", wording->text);
		listener->close(listener);
	}
	listener->close(listener);
	listener->close(listener);
}

static void tell_slip(const struct office_slip *slip, struct office_listener *listener)
{
	listener->open(listener, "slip", NULL, OFFICE_GROUP);
	listener->open(listener, "hidden", NULL, OFFICE_ARRAY);
	for (int i = 0; i < OFFICE_SLIP_LINES; i++) {
		if (slip->hidden[i]) {
			office_tell_text(
				listener, NULL, office_slip_name((enum office_slip_line)i));
		}
	}
	listener->close(listener);
	tell_pair(listener, "footer", slip->footer[0], sizeof slip->footer[0]);
	listener->close(listener);
}

static void tell_staff(const struct office_file *file, struct office_listener *listener)
{
	listener->open(listener, "staff", NULL, OFFICE_LIST);
	for (int i = 0; i < file->staff_count; i++) {
		const struct desk_staff *person = &file->staff[i];
		listener->open(listener, NULL, person->code, OFFICE_ROW);
		office_tell_text(listener, "code", person->code);
		office_tell_text(listener, "name", person->name);
		office_tell_text(listener, "role", desk_role_name(person->role));
		listener->close(listener);
	}
	listener->close(listener);
}

void office_tell(const struct office_file *file, struct office_listener *listener)
{
	const struct office *office = &file->office;
	tell_profile(office, listener);
	office_tell_calendar(office, listener);
	listener->open(listener, "services", NULL, OFFICE_LIST);
	for (int i = 0; i < office->service_count; i++) {
		tell_service(file, i, listener);
	}
	listener->close(listener);
	listener->open(listener, "counters", NULL, OFFICE_LIST);
	for (int i = 0; i < office->counter_count; i++) {
		tell_counter(office, i, listener);
	}
	listener->close(listener);
	tell_rules(office, listener);
	tell_console(&office->console, listener);
	tell_words(office, listener);
	office_tell_options(office, listener);
	office_tell_pledge(&file->standards, listener);
	tell_feedback(&office->feedback, listener);
	tell_voice(&office->voice, listener);
	tell_slip(&office->slip, listener);
	tell_staff(file, listener);
}
