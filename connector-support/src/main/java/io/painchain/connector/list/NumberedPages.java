package io.painchain.connector.list;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows a page whose links a proxy took out of its headers: the list's next page by number. */
public final class NumberedPages {

    private static final Pattern SIZE = Pattern.compile("[?&]per_page=(\\d{1,4})(?=&|$)");
    private static final Pattern PAGE = Pattern.compile("(?<=[?&]page=)(\\d{1,6})(?=&|$)");

    private NumberedPages() {
    }

    /** {@code null} after a page that is not full, or whose address names no size. */
    public static URI after(URI page, int records) {
        Matcher size = SIZE.matcher(page.toString());
        return size.find() && records > 0 && records >= Integer.parseInt(size.group(1)) ? page(page, number(page) + 1) : null;
    }

    /** The page of that number. */
    public static URI page(URI list, int number) {
        Matcher page = PAGE.matcher(list.toString());
        return URI.create(page.find() ? page.replaceFirst(String.valueOf(number))
                : list + (list.getRawQuery() == null ? "?" : "&") + "page=" + number);
    }

    private static int number(URI url) {
        Matcher page = PAGE.matcher(url.toString());
        return page.find() ? Integer.parseInt(page.group()) : 1;
    }
}
