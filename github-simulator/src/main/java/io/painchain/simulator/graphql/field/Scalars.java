package io.painchain.simulator.graphql.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

/** GitHub's scalars: all of them text on the wire; times become {@link Instant}s. */
public final class Scalars {

    private Scalars() {
    }

    public static List<GraphQLScalarType> all() {
        return List.of(scalar("URI"), scalar("GitObjectID"), scalar("BigInt"), scalar("DateTime"));
    }

    private static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Text(name.equals("DateTime"))).build();
    }

    private static final class Text implements Coercing<Object, String> {

        private final boolean time;

        Text(boolean time) {
            this.time = time;
        }

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value instanceof Instant moment ? moment.truncatedTo(ChronoUnit.SECONDS).toString()
                    : value.toString();
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            try {
                return parse(value.toString());
            } catch (DateTimeException e) {
                throw new CoercingParseValueException("Not a time: " + value, e);
            }
        }

        @Override
        public Object parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context,
                Locale locale) {
            if (!(literal instanceof StringValue text)) {
                throw new CoercingParseLiteralException("Not a string: " + literal);
            }
            try {
                return parse(text.getValue());
            } catch (DateTimeException e) {
                throw new CoercingParseLiteralException("Not a time: " + text.getValue(), e);
            }
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(value.toString());
        }

        private Object parse(String text) {
            return time ? OffsetDateTime.parse(text).toInstant() : text;
        }
    }
}
