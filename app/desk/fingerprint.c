#include "app/desk/fingerprint.h"
#include "app/base/text.h"

#include <sodium.h>

#include <inttypes.h>
#include <string.h>

enum { HASH_SIZE = 16, LINE_SIZE = 64, EDITIONS = 2 };

_Static_assert(FINGERPRINT_SIZE == 2 * HASH_SIZE + 1, "a hash in hexadecimal digits fits");

/* The canonical text is never put together: each line goes into the hash at once. A text is
 * preceded by its length, so that no two offices make the same lines. */
static void put_bytes(crypto_generichash_state *hash, const char *bytes, size_t size)
{
	(void)crypto_generichash_update(hash, (const unsigned char *)bytes, size);
}

static void put_number(crypto_generichash_state *hash, const char *name, int64_t value)
{
	char line[LINE_SIZE];
	text_format(line, sizeof line, "%s %" PRId64 "\n", name, value);
	put_bytes(hash, line, strlen(line));
}

static void put_text(crypto_generichash_state *hash, const char *name, const char *text)
{
	put_number(hash, name, (int64_t)strlen(text));
	put_bytes(hash, text, strlen(text));
	put_bytes(hash, "\n", 1);
}

static void put_span(
	crypto_generichash_state *hash, const char *name, const struct office_span *span)
{
	char line[LINE_SIZE];
	text_format(line, sizeof line, "%s %d %d\n", name, span->from_min, span->to_min);
	put_bytes(hash, line, strlen(line));
}

static void put_week(
	crypto_generichash_state *hash, const struct office_day week[static OFFICE_WEEK])
{
	for (int i = 0; i < OFFICE_WEEK; i++) {
		put_span(hash, "open", &week[i].open);
		put_number(hash, "breaks", week[i].break_count);
		for (int j = 0; j < week[i].break_count; j++) {
			put_span(hash, "break", &week[i].breaks[j]);
		}
	}
}

static void put_rules(crypto_generichash_state *hash, const struct office *office)
{
	put_text(hash, "office", office->code);
	put_number(hash, "zone", office->zone);
	put_number(hash, "priority_head_start_s", office->priority_head_start_s);
	put_number(hash, "issue_before_s", office->issue_before_s);
	put_number(hash, "recall_limit", office->recall_limit);
	put_number(hash, "recall_interval_s", office->recall_interval_s);
	put_number(hash, "undo_s", office->undo_s);
	put_number(hash, "serve_on_call", office->serve_on_call);
	/* Switches that came later are told only where they are on: a store from before that has no
	 * other fingerprint than it had. */
	if (office->stand_by) {
		put_number(hash, "stand_by", 1);
	}
	if (office->call_any) {
		put_number(hash, "call_any", 1);
	}
	put_number(hash, "idle_s", office->idle_s);
	put_number(hash, "retention_months", office->retention_months);
}

static void put_service(crypto_generichash_state *hash, const struct office_service *service)
{
	put_text(hash, "service", service->code);
	put_text(hash, "prefix", service->prefix);
	put_number(hash, "target_s", service->target_s);
	put_text(hash, "target_start", office_start_name(service->target_start));
	put_number(hash, "typical_service_s", service->typical_service_s);
	put_number(hash, "daily_quota", service->daily_quota);
	put_number(hash, "last_issue_min", service->last_issue_min);
	put_number(hash, "standards", service->standard_count);
	for (int i = 0; i < service->standard_count; i++) {
		const struct office_standard *standard = &service->standards[i];
		put_text(hash, "channel", standard->channel);
		put_number(hash, "limit", standard->limit);
		put_text(hash, "unit", office_unit_name(standard->unit));
		put_text(hash, "start", office_start_name(standard->start));
	}
}

static void put_places(crypto_generichash_state *hash, const struct office *office)
{
	put_number(hash, "services", office->service_count);
	for (int i = 0; i < office->service_count; i++) {
		put_service(hash, &office->services[i]);
	}
	put_number(hash, "counters", office->counter_count);
	for (int i = 0; i < office->counter_count; i++) {
		put_number(hash, "counter", office->counters[i].number);
		put_number(hash, "serves", office->counters[i].services);
	}
}

static void put_days(crypto_generichash_state *hash, const struct office *office)
{
	put_number(hash, "years", office->year_count);
	for (int i = 0; i < office->year_count; i++) {
		put_number(hash, "year", office->years[i].year);
		put_text(hash, "source", office->years[i].source);
	}
	put_number(hash, "holidays", office->holiday_count);
	for (int i = 0; i < office->holiday_count; i++) {
		const struct office_holiday *holiday = &office->holidays[i];
		put_number(hash, "day", holiday->day);
		put_text(hash, "kind", office_holiday_name(holiday->kind));
		put_text(hash, "name", holiday->name);
		put_number(hash, "known_ms", holiday->known_ms);
	}
}

static void put_exceptions(crypto_generichash_state *hash, const struct office *office)
{
	put_number(hash, "seasons", office->season_count);
	for (int i = 0; i < office->season_count; i++) {
		const struct office_season *season = &office->seasons[i];
		put_text(hash, "season", season->name);
		put_number(hash, "from", season->from_day);
		put_number(hash, "to", season->to_day);
		put_number(hash, "known_ms", season->known_ms);
		put_week(hash, season->week);
	}
	put_number(hash, "closures", office->closure_count);
	for (int i = 0; i < office->closure_count; i++) {
		const struct office_closure *closure = &office->closures[i];
		put_number(hash, "from", closure->from_ms);
		put_number(hash, "to", closure->to_ms);
		put_text(hash, "reason", closure->reason);
		put_number(hash, "known_ms", closure->known_ms);
	}
}

/* Since the second edition. */
static void put_flows(crypto_generichash_state *hash, const struct office *office)
{
	put_number(hash, "ticket_first", office->ticket_first);
	for (int i = 0; i < office->service_count; i++) {
		put_number(hash, "reception", office->services[i].reception);
	}
}

static void make(const struct office *office, int edition, char out_hex[FINGERPRINT_SIZE])
{
	crypto_generichash_state hash;
	unsigned char bytes[HASH_SIZE];
	(void)crypto_generichash_init(&hash, NULL, 0, sizeof bytes);
	put_text(&hash, "giliran", edition == 1 ? "office 1" : "office 2");
	put_rules(&hash, office);
	put_places(&hash, office);
	put_week(&hash, office->week);
	put_days(&hash, office);
	put_exceptions(&hash, office);
	if (edition > 1) {
		put_flows(&hash, office);
	}
	(void)crypto_generichash_final(&hash, bytes, sizeof bytes);
	(void)sodium_bin2hex(out_hex, FINGERPRINT_SIZE, bytes, sizeof bytes);
}

void office_fingerprint(const struct office *office, char out_hex[FINGERPRINT_SIZE])
{
	make(office, EDITIONS, out_hex);
}

bool office_has_fingerprint(const struct office *office, const char *hex)
{
	char own[FINGERPRINT_SIZE];
	for (int edition = 1; edition <= EDITIONS; edition++) {
		make(office, edition, own);
		if (strcmp(own, hex) == 0) {
			return true;
		}
	}
	return false;
}
