/* Picture files of an office's folder: any bytes are a picture that fits, or a fault. */
#include "app/display/photo.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { WIDTH = 64, HEIGHT = 48 };
	struct photo photo;
	uint32_t sum = 0;
	enum photo_fault fault = photo_read(data, size, WIDTH, HEIGHT, 0x0B2545, &photo);

	fuzz_require((fault == PHOTO_FINE) == (photo.pixels != 0));
	if (fault == PHOTO_FINE) {
		fuzz_require(photo.width > 0 && photo.width <= WIDTH);
		fuzz_require(photo.height > 0 && photo.height <= HEIGHT);
		for (int i = 0; i < photo.width * photo.height; i++) {
			sum |= photo.pixels[i];
		}
		fuzz_require(sum <= 0xFFFFFF);
	}
	photo_finish(&photo);
	return 0;
}
