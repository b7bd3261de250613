package io.painchain.backend.event.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Stretches of time as names: a search reads the index of the newest ones first. */
public final class EventStretches {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH");

    private EventStretches() {
    }

    /** Under which an event is stored. */
    public static Stream<Long> stored(Instant timestamp) {
        var time = timestamp.atOffset(ZoneOffset.UTC);
        return Stream.of(day(time.toLocalDate()), month(YearMonth.from(time)), hour(time));
    }

    /** The hour of an instant and the one before, as an hour has just begun at times. */
    public static List<Long> hours(Instant end) {
        var time = end.atOffset(ZoneOffset.UTC);
        return List.of(hour(time), hour(time.minusHours(1)));
    }

    /** Ever longer stretches that end with a day, each by its names: two days, two months. */
    public static List<List<Long>> days(Instant end) {
        var day = end.atOffset(ZoneOffset.UTC).toLocalDate();
        var month = YearMonth.from(day);
        return List.of(List.of(day(day), day(day.minusDays(1))), List.of(month(month), month(month.minusMonths(1))));
    }

    private static long hour(OffsetDateTime time) {
        return EventName.HOUR.of(HOUR.format(time));
    }

    private static long day(LocalDate day) {
        return EventName.DAY.of(day.toString());
    }

    private static long month(YearMonth month) {
        return EventName.MONTH.of(month.toString());
    }
}
