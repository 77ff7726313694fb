#include "tests/drivers/usb_count.h"

#include <libusb.h>

#include <stdatomic.h>
#include <stdio.h>

enum counted { CONTEXTS, LISTS, CONFIGS, HANDLES, POLLFDS, COUNTED };

static const char *const names[COUNTED] = {
	"contexts", "device lists", "configurations", "handles", "poll lists"};

static atomic_int held[COUNTED];

static int count_taken(enum counted what, int code)
{
	if (code >= 0) {
		held[what]++;
	}
	return code;
}

int __real_libusb_init(libusb_context **context);
int __wrap_libusb_init(libusb_context **context);
int __wrap_libusb_init(libusb_context **context)
{
	return count_taken(CONTEXTS, __real_libusb_init(context));
}

void __real_libusb_exit(libusb_context *context);
void __wrap_libusb_exit(libusb_context *context);
void __wrap_libusb_exit(libusb_context *context)
{
	held[CONTEXTS]--;
	__real_libusb_exit(context);
}

ssize_t __real_libusb_get_device_list(libusb_context *context, libusb_device ***list);
ssize_t __wrap_libusb_get_device_list(libusb_context *context, libusb_device ***list);
ssize_t __wrap_libusb_get_device_list(libusb_context *context, libusb_device ***list)
{
	return count_taken(LISTS, (int)__real_libusb_get_device_list(context, list));
}

void __real_libusb_free_device_list(libusb_device **list, int unref);
void __wrap_libusb_free_device_list(libusb_device **list, int unref);
void __wrap_libusb_free_device_list(libusb_device **list, int unref)
{
	/* A list freed without its devices is not given back. */
	held[LISTS] -= unref ? 1 : 0;
	__real_libusb_free_device_list(list, unref);
}

int __real_libusb_get_active_config_descriptor(
	libusb_device *device, struct libusb_config_descriptor **config);
int __wrap_libusb_get_active_config_descriptor(
	libusb_device *device, struct libusb_config_descriptor **config);
int __wrap_libusb_get_active_config_descriptor(
	libusb_device *device, struct libusb_config_descriptor **config)
{
	return count_taken(CONFIGS, __real_libusb_get_active_config_descriptor(device, config));
}

int __real_libusb_get_config_descriptor(
	libusb_device *device, uint8_t index, struct libusb_config_descriptor **config);
int __wrap_libusb_get_config_descriptor(
	libusb_device *device, uint8_t index, struct libusb_config_descriptor **config);
int __wrap_libusb_get_config_descriptor(
	libusb_device *device, uint8_t index, struct libusb_config_descriptor **config)
{
	return count_taken(CONFIGS, __real_libusb_get_config_descriptor(device, index, config));
}

void __real_libusb_free_config_descriptor(struct libusb_config_descriptor *config);
void __wrap_libusb_free_config_descriptor(struct libusb_config_descriptor *config);
void __wrap_libusb_free_config_descriptor(struct libusb_config_descriptor *config)
{
	held[CONFIGS] -= config ? 1 : 0;
	__real_libusb_free_config_descriptor(config);
}

int __real_libusb_open(libusb_device *device, libusb_device_handle **handle);
int __wrap_libusb_open(libusb_device *device, libusb_device_handle **handle);
int __wrap_libusb_open(libusb_device *device, libusb_device_handle **handle)
{
	return count_taken(HANDLES, __real_libusb_open(device, handle));
}

void __real_libusb_close(libusb_device_handle *handle);
void __wrap_libusb_close(libusb_device_handle *handle);
void __wrap_libusb_close(libusb_device_handle *handle)
{
	held[HANDLES] -= handle ? 1 : 0;
	__real_libusb_close(handle);
}

const struct libusb_pollfd **__real_libusb_get_pollfds(libusb_context *context);
const struct libusb_pollfd **__wrap_libusb_get_pollfds(libusb_context *context);
const struct libusb_pollfd **__wrap_libusb_get_pollfds(libusb_context *context)
{
	const struct libusb_pollfd **fds = __real_libusb_get_pollfds(context);
	held[POLLFDS] += fds ? 1 : 0;
	return fds;
}

void __real_libusb_free_pollfds(const struct libusb_pollfd **fds);
void __wrap_libusb_free_pollfds(const struct libusb_pollfd **fds);
void __wrap_libusb_free_pollfds(const struct libusb_pollfd **fds)
{
	held[POLLFDS] -= fds ? 1 : 0;
	__real_libusb_free_pollfds(fds);
}

bool usb_count_is_even(void)
{
	bool even = true;
	for (int i = 0; i < COUNTED; i++) {
		if (held[i] != 0) {
			fprintf(stderr, "libusb: %d %s not given back\n", held[i], names[i]);
			even = false;
		}
	}
	return even;
}
