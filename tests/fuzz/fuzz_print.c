/* What a print server says, as bytes of IPP, and what a person writes behind "cups:". */
#include "drivers/print_state.h"
#include "drivers/print_target.h"
#include "drivers/slip_pdf.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

struct input {
	const uint8_t *data;
	size_t size;
};

static ssize_t take(void *context, ipp_uchar_t *buffer, size_t bytes)
{
	struct input *input = context;
	size_t count = bytes < input->size ? bytes : input->size;

	memcpy(buffer, input->data, count);
	input->data += count;
	input->size -= count;
	return (ssize_t)count;
}

static void try_answer(const uint8_t *data, size_t size)
{
	struct input input = {data, size};
	ipp_t *answer = ippNew();
	struct print_printer printer;
	struct print_job_state job;
	const struct print_size slip = {7200, 14300};

	ippReadIO(&input, take, 1, NULL, answer);
	print_state_read_printer(answer, &printer);
	fuzz_require(strlen(printer.model) < sizeof(printer.model));
	fuzz_require(printer.trouble < RESULT_COUNT);
	fuzz_require(print_state_of_queue(&printer) < RESULT_COUNT);
	fuzz_require(!(printer.raw && printer.confirms));
	print_state_name_size(&printer, &slip);
	if (!print_state_read_job(answer, &job)) {
		fuzz_require(job.begun);
	}
	fuzz_require(print_state_of_status(ippGetStatusCode(answer)) != RESULT_OK);
	ippDelete(answer);
}

static void try_target(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	struct print_target target;

	if (print_target_read(text, &target)) {
		fuzz_require(print_target_is_name(target.name, strlen(target.name)));
		fuzz_require(target.wait_s >= 0 && target.wait_s <= PRINT_TARGET_WAIT_MAX_S);
	}
	free(text);
}

/* The dots themselves are whatever they are. */
static void try_slip(const uint8_t *data, size_t size)
{
	size_t pdf_size;

	if (size < 4) {
		return;
	}
	int pitch = data[0] % 80 + 1;
	int height = (int)(size / (size_t)pitch);
	if (height > 0) {
		int width = pitch * 8 - data[1] % 8;
		uint8_t *pdf = slip_pdf_make(data, width, height, pitch, &pdf_size);
		fuzz_require(pdf_size > (size_t)pitch * (size_t)height);
		free(pdf);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	try_answer(data, size);
	try_target(data, size);
	try_slip(data, size);
	return 0;
}
