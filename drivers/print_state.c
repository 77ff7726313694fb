#include "drivers/print_state.h"

#include "app/base/text.h"

#include <cups/cups.h>
#include <cups/pwg.h>

#include <string.h>

enum { VALUES_MAX = 2000 }; /* of one attribute that are looked at */

/* By their beginnings: the ends "-error", "-warning" and "-report" say how bad a printer finds it
 * (RFC 8011 §5.4.12), and the backend of CUPS softens them. The worst comes first. */
static const struct {
	const char *begins;
	enum result result;
} reasons[] = {
	{"cover-open", RESULT_COVER_OPEN},
	{"door-open", RESULT_COVER_OPEN},
	{"interlock-open", RESULT_COVER_OPEN},
	{"media-empty", RESULT_PAPER_OUT},
	{"media-needed", RESULT_PAPER_OUT},
	{"media-jam", RESULT_PRINTER_ERROR},
	{"offline", RESULT_DEVICE_OFFLINE},
	{"shutdown", RESULT_DEVICE_OFFLINE},
	{"timed-out", RESULT_DEVICE_OFFLINE},
	{"connecting-to-device", RESULT_DEVICE_OFFLINE},
};

static int count_values(ipp_attribute_t *attribute)
{
	int count = ippGetCount(attribute);

	return count < VALUES_MAX ? count : VALUES_MAX;
}

/* "" for a value that is no string. */
static const char *value_of(ipp_attribute_t *attribute, int index)
{
	const char *value = ippGetString(attribute, index, NULL);

	return value ? value : "";
}

static bool begins(const char *text, const char *with)
{
	size_t length = strlen(with);

	/* strncmp would do, but inlined with "" it is a warning to GCC 12. */
	return strlen(text) >= length && memcmp(text, with, length) == 0;
}

static bool has_value(ipp_attribute_t *attribute, const char *begin)
{
	for (int i = 0; i < count_values(attribute); i++) {
		if (begins(value_of(attribute, i), begin)) {
			return true;
		}
	}
	return false;
}

static enum result worst_reason(ipp_attribute_t *attribute)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++) {
		if (has_value(attribute, reasons[i].begins)) {
			return reasons[i].result;
		}
	}
	return RESULT_OK;
}

static bool is_told_by_printer(const char *uri)
{
	bool ipp = begins(uri, "ipp://") || begins(uri, "ipps://");
	bool found = begins(uri, "dnssd://") &&
		     (strstr(uri, "._ipp._tcp") || strstr(uri, "._ipps._tcp"));

	return (ipp || found) && !strstr(uri, "waitjob=");
}

/* "custom_min_76.2x127mm" and "custom_max_…" among the media (PWG 5101.1 §5.1). */
static void read_sizes(ipp_attribute_t *media, struct print_printer *printer)
{
	for (int i = 0; i < count_values(media); i++) {
		const char *name = value_of(media, i);
		bool smallest = begins(name, "custom_min_");
		pwg_media_t *size = NULL;
		if (smallest || begins(name, "custom_max_")) {
			size = pwgMediaForPWG(name);
		}
		if (size && smallest) {
			printer->smallest = (struct print_size){size->width, size->length};
		} else if (size) {
			printer->largest = (struct print_size){size->width, size->length};
		}
	}
}

void print_state_read_printer(ipp_t *answer, struct print_printer *out_printer)
{
	ipp_attribute_t *attribute;

	*out_printer = (struct print_printer){.state = IPP_PSTATE_STOPPED};
	attribute = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
	if (attribute) {
		out_printer->state = (ipp_pstate_t)ippGetInteger(attribute, 0);
	}
	attribute = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
	out_printer->accepting = attribute && ippGetBoolean(attribute, 0);
	attribute = ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
	out_printer->trouble = worst_reason(attribute);
	out_printer->near_end = has_value(attribute, "media-low");
	attribute = ippFindAttribute(answer, "printer-make-and-model", IPP_TAG_TEXT);
	if (attribute) {
		const char *model = value_of(attribute, 0);
		out_printer->raw = begins(model, "Local Raw Printer");
		if (text_check(model, strlen(model), strlen(model) + 1) == RESULT_OK) {
			text_copy(out_printer->model, sizeof(out_printer->model), model);
		}
	}
	attribute = ippFindAttribute(answer, "device-uri", IPP_TAG_URI);
	out_printer->confirms =
		attribute && !out_printer->raw && is_told_by_printer(value_of(attribute, 0));
	read_sizes(ippFindAttribute(answer, "media-supported", IPP_TAG_ZERO), out_printer);
}

enum result print_state_of_queue(const struct print_printer *printer)
{
	if (!printer->accepting) {
		return RESULT_DEVICE_STOPPED;
	}
	switch (printer->state) {
	case IPP_PSTATE_IDLE: return RESULT_OK;
	case IPP_PSTATE_PROCESSING: return printer->trouble;
	default: return RESULT_DEVICE_STOPPED;
	}
}

bool print_state_read_job(ipp_t *answer, struct print_job_state *out_job)
{
	ipp_attribute_t *state = ippFindAttribute(answer, "job-state", IPP_TAG_ENUM);
	ipp_attribute_t *begun = ippFindAttribute(answer, "time-at-processing", IPP_TAG_ZERO);

	*out_job = (struct print_job_state){.begun = true};
	if (!state) {
		return false;
	}
	out_job->state = (ipp_jstate_t)ippGetInteger(state, 0);
	/* "no-value" until the server takes the job up (RFC 8011 §5.3.14). */
	out_job->begun = !begun || ippGetValueTag(begun) == IPP_TAG_INTEGER;
	return true;
}

enum result print_state_of_status(ipp_status_t status)
{
	switch (status) {
	case IPP_STATUS_ERROR_NOT_FOUND:
	case IPP_STATUS_ERROR_GONE: return RESULT_DEVICE_MISSING;
	case IPP_STATUS_ERROR_FORBIDDEN:
	case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
	case IPP_STATUS_ERROR_NOT_AUTHORIZED:
	case IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED: return RESULT_DEVICE_DENIED;
	case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS: return RESULT_DEVICE_STOPPED;
	case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
	case IPP_STATUS_ERROR_TIMEOUT: return RESULT_PRINT_SERVICE;
	default: return RESULT_DEVICE_FAILED;
	}
}

static bool cuts_to(const struct print_printer *printer, const struct print_size *size)
{
	return size->width >= printer->smallest.width && size->width <= printer->largest.width &&
	       size->height >= printer->smallest.height && size->height <= printer->largest.height;
}

const char *print_state_name_size(
	const struct print_printer *printer, const struct print_size *size)
{
	pwg_media_t *media = size->width > 0 && size->height > 0
				     ? pwgMediaForSize(size->width, size->height)
				     : NULL;

	if (!media || (begins(media->pwg, "custom_") && !cuts_to(printer, size))) {
		return NULL;
	}
	return media->pwg;
}
