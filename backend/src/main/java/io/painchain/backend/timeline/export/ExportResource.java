package io.painchain.backend.timeline.export;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.timeline.TimelineReader;
import io.painchain.backend.timeline.filter.FilterParameters;
import io.painchain.backend.timeline.filter.TimelineFilters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Without {@code @Produces}: the {@code format} parameter decides, not the Accept header. */
@Path("/api/events/export")
@PermitAll
@Tag(name = "events")
public class ExportResource {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'painchain-events-'uuuuMMdd'T'HHmmss'Z'.")
            .withZone(ZoneOffset.UTC);

    private final TimelineReader reader;
    private final TimelineFilters filters;
    private final ObjectMapper mapper;
    private final DatabaseScope scope;
    private final Clock clock;

    ExportResource(TimelineReader reader, TimelineFilters filters, ObjectMapper mapper, DatabaseScope scope, Clock clock) {
        this.reader = reader;
        this.filters = filters;
        this.mapper = mapper;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Operation(operationId = "exportEvents", summary = "All events of a filter as a file, newest first", description = "However many there are. An answer that breaks off is not whole. In CSV, lists have one value a line, and what a spreadsheet would take for a formula begins with an apostrophe.")
    @APIResponse(responseCode = "200", description = "The file", headers = @Header(name = "Content-Disposition", description = "attachment, with a file's name", schema = @Schema(type = SchemaType.STRING)), content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.ARRAY, implementation = EventView.class)),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)) })
    public RestMulti<byte[]> export(@BeanParam FilterParameters parameters,
            @RestQuery @Parameter(description = "csv unless said", schema = @Schema(enumeration = { "csv", "json",
                    "ndjson" })) String format) {
        var filter = filters.read(parameters);
        var chosen = ExportFormat.parse(format);
        Function<EventExport, byte[]> next = scope.keptFor(EventExport::next);
        var pieces = Multi.createBy().repeating()
                .uni(() -> new EventExport(chosen, after -> reader.events(filter, after, EventExport.PAGE), this::json),
                        export -> Uni.createFrom().item(() -> next.apply(export))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .until(piece -> piece.length == 0);
        return RestMulti.fromMultiData(pieces)
                .header("Content-Type", chosen.mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + NAME.format(clock.instant()) + chosen + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the API shows can be written as JSON", e);
        }
    }
}
