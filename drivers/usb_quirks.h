#ifndef DRIVERS_USB_QUIRKS_H
#define DRIVERS_USB_QUIRKS_H

/* What is different about some USB devices, as bits. */
enum usb_quirk {
	USB_RECEIPT = 1 << 0,      /* takes ESC/POS, also if it does not say so: for usb:auto */
	USB_VENDOR_CLASS = 1 << 1, /* shows class FF instead of the printer's 7 */
	USB_ONE_WAY = 1 << 2,      /* its IN endpoint must not be read */
	USB_NO_REATTACH = 1 << 3,  /* the kernel's driver is not given back: it hangs on it */
	USB_DELAY_CLOSE = 1 << 4,  /* loses its last bytes when it is let go of at once */
	USB_SOFT_RESET = 1 << 5,   /* keeps what its last user left until it is reset */
};

/* The usb_quirk bits of a device; 0 for an ordinary one. */
unsigned usb_quirks_find(int vendor, int product);

#endif
