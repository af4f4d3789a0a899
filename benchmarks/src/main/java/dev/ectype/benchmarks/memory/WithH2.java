package dev.ectype.benchmarks.memory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** H2 in memory through JDBC, with statements that are prepared once. For one thread. */
final class WithH2 implements MemberStore {
    private static final int BATCH = 10_000;

    private final Connection connection;
    private final PreparedStatement byId;
    private final PreparedStatement byTeam;
    private final PreparedStatement byScore;

    private WithH2(Connection connection) throws SQLException {
        this.connection = connection;
        this.byId = connection.prepareStatement("select * from members where id = ?");
        this.byTeam = connection.prepareStatement("select * from members where team = ?");
        this.byScore = connection.prepareStatement(
                "select * from members where score between ? and ? order by score fetch first ? rows only");
    }

    static WithH2 of(List<Member> members) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table members(id int primary key, name varchar, team varchar, score int,"
                        + " balance bigint, active boolean)");
            }
            insert(connection, members);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create index by_team on members(team)");
                statement.execute("create index by_score on members(score)");
            }
            return new WithH2(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, List<Member> members) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into members values (?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Member member : members) {
                insert.setInt(1, member.id());
                insert.setString(2, member.name());
                insert.setString(3, member.team());
                insert.setInt(4, member.score());
                insert.setLong(5, member.balance());
                insert.setBoolean(6, member.active());
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    @Override
    public Member get(int id) {
        return all(byId, id).get(0);
    }

    @Override
    public List<Member> ofTeam(String team) {
        return all(byTeam, team);
    }

    @Override
    public List<Member> lowest(int from, int to, int limit) {
        return all(byScore, from, to, limit);
    }

    private static List<Member> all(PreparedStatement statement, Object... parameters) {
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Member> members = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(member(rows));
                }
            }
            return members;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5), row.getBoolean(6));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
