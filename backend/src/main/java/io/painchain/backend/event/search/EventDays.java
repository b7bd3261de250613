package io.painchain.backend.event.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Stretches of time as names: a search reads the index of the newest ones first. */
public final class EventDays {

    private EventDays() {
    }

    /** Under which an event is stored. */
    public static Stream<Long> stored(Instant timestamp) {
        var day = day(timestamp);
        return Stream.of(EventName.DAY.of(day.toString()), EventName.MONTH.of(YearMonth.from(day).toString()));
    }

    /** Ever longer stretches that end with a day, each by its names. A day has just begun at times, so two are taken. */
    public static List<List<Long>> before(Instant end) {
        var day = day(end);
        var month = YearMonth.from(day);
        return List.of(
                List.of(EventName.DAY.of(day.toString()), EventName.DAY.of(day.minusDays(1).toString())),
                List.of(EventName.MONTH.of(month.toString()), EventName.MONTH.of(month.minusMonths(1).toString())));
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
