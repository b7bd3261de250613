package io.painchain.system;

import com.microsoft.playwright.options.ColorScheme;

/** The windows in which the dashboard is looked at. */
enum Look {

    WIDE_LIGHT(1440, 900, ColorScheme.LIGHT),
    WIDE_DARK(1440, 900, ColorScheme.DARK),
    NARROW_LIGHT(390, 844, ColorScheme.LIGHT),
    NARROW_DARK(390, 844, ColorScheme.DARK);

    final int width;
    final int height;
    final ColorScheme colours;

    Look(int width, int height, ColorScheme colours) {
        this.width = width;
        this.height = height;
        this.colours = colours;
    }

    String fileName(String page) {
        return page + "-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".jpg";
    }
}
