package dev.ectype.examples.directory.web;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.examples.directory.people.Person;

/** One client's requests: four that are valid and four that are not, over and over; it leaves the store as it was. */
final class LoadRequests {
    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Served served;
    private final Person known;
    private final String one;
    private final String body;
    private long round;

    LoadRequests(Served served, Person known, int client) {
        this.served = served;
        this.known = known;
        this.one = "/api/people/" + known.id();
        this.body = "{\"name\": \"Load\", \"email\": \"load-" + client + "-%d@example.org\", \"status\": \"active\","
                + " \"phone\": \"21 0123 4567\", \"address\": {\"country\": \"GR\", \"city\": \"Athens\"},"
                + " \"skills\": [\"java\"], \"joined\": \"2021-05-17T09:30:00Z\"}";
    }

    void round(LoadTimes times) {
        round++;
        Answer created = send(times, 201, "POST", "/api/people", body.formatted(round), JSON);
        send(times, 200, "GET", "/api/people?q=load&limit=20", "", JSON);
        send(times, 200, "PATCH", one, "{\"address\": {\"city\": \"City " + round + "\"}}", PATCH);
        send(times, 204, "DELETE", created.header("Location"), "", JSON);
        send(times, 422, "POST", "/api/people", "{\"name\": \"\", \"email\": \"x\", \"age\": -1, \"x\": 1}", JSON);
        send(times, 422, "PATCH", one, "{\"phone\": \"12\", \"address\": {\"country\": \"XX\"}}", PATCH);
        send(times, 422, "POST", "/people/" + known.id(), "name=&email=nowhere&skills=a,b", FORM);
        send(times, 400, "POST", "/api/people", "{\"name\": ", JSON);
    }

    private Answer send(LoadTimes times, int expected, String method, String path, String text, String type) {
        long start = System.nanoTime();
        Answer answer = Answer.to(method, served.at(path), text, "Content-Type", type);
        times.add(System.nanoTime() - start, answer.status() == expected);
        return answer;
    }

    void close() {
        served.repo.delete(PEOPLE, known);
    }
}
