#ifndef DRIVERS_PRINT_STATE_H
#define DRIVERS_PRINT_STATE_H

#include "app/base/result.h"

#include <cups/ipp.h>

#include <stdbool.h>

/*
 * What a print server says of a queue and of a job (IPP: RFC 8011; CUPS's own words in its
 * "Filter and Backend Programming" page), and what that means. Pure functions of an answer.
 *
 * A queue's printer-state-reasons are sticky: CUPS keeps "media-empty-warning" after the job that
 * met it was cancelled, and even after the printer was taken away, until a later job clears it
 * (hardware.md §4). So they are judged by the present job. A queue that is idle is well, whatever
 * its reasons say: the next job will find out. A queue at work on a job is in the trouble its
 * reasons name. And they never fail a job by themselves: a job has failed when its state says so
 * or when its time is over; the reasons then only say why.
 */
struct print_size {
	int width, height; /* hundredths of a millimetre */
};

struct print_printer {
	bool raw; /* no driver: bytes go to the device as they are */
	/* Its jobs are done when the printer says so; else when the device took the bytes, or
	 * nobody tells which (print_state_read_printer). Never of a raw one. */
	bool confirms;
	bool accepting; /* takes new jobs */
	ipp_pstate_t state;
	enum result trouble; /* the worst of printer-state-reasons, believed or not; OK = none */
	bool near_end;       /* little paper left */
	/* Sizes between these can be had for the asking; zeros when none can. */
	struct print_size smallest, largest;
	char model[64]; /* printer-make-and-model, for people; "" when it is not told */
};

struct print_job_state {
	ipp_jstate_t state;
	bool begun; /* it was taken up once: something of it may be on paper */
};

/* Reads an answer to Get-Printer-Attributes. What is missing or malformed reads as nothing told:
 * no driver known, not accepting, stopped, not confirming. What a job's end is worth is up to the
 * queue's backend, that is its device-uri: those for IPP (ipp:, ipps:, and dnssd: to a service
 * _ipp._tcp or _ipps._tcp) wait until the printer says that the job is done, unless "waitjob" in
 * the URI says otherwise; usb:, socket:, lpd: and the like have sent their bytes and know no more
 * (CUPS, "Using Network Printers"). */
void print_state_read_printer(ipp_t *answer, struct print_printer *out_printer);

/* How the queue is, for somebody who wants to print: OK, or why not. */
enum result print_state_of_queue(const struct print_printer *printer);

/* Reads an answer to Get-Job-Attributes; false when it names no state. A job of which it is not
 * told when it was begun counts as begun. */
bool print_state_read_job(ipp_t *answer, struct print_job_state *out_job);

/* What an IPP status other than success means. */
enum result print_state_of_status(ipp_status_t status);

/* The name of paper of `size` (PWG 5101.1) when the queue may have it, else NULL; good until this
 * thread asks for the next one. A size of its own is named only where the queue cuts to size. */
const char *print_state_name_size(
	const struct print_printer *printer, const struct print_size *size);

#endif
